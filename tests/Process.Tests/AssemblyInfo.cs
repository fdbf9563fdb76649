// each test keeps both cores busy with processes of its own
[assembly: CollectionBehavior(DisableTestParallelization = true)]
