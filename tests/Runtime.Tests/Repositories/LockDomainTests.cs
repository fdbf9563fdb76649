namespace Semel.Runtime.Tests;

/// <summary>A free lock proves something only where the two runners share all that it depends on.</summary>
[Trait("Feature", "H4")]
public sealed class LockDomainTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string Folder => Path.Combine(temporary.Path, "state");

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task TwoProcessesOfOneBoot_HaveOneDomain_FromTheFirstRunOn()
    {
        var first = await InWorkerAsync();

        Assert.Equal(first, await InWorkerAsync());
        Assert.Equal(first, new FileDataRepository(Folder).LockDomain);
        Assert.StartsWith($"{Environment.MachineName}/", first, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", first);
    }

    [Fact]
    public async Task DomainIsTheSame_AfterWritesAndLocks()
    {
        var before = new FileDataRepository(Folder).LockDomain;
        var repository = new FileDataRepository(Folder);
        await repository.TryWriteAsync(Sample.Live(), 0);
        await using var held = await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero);

        Assert.Equal(before, repository.LockDomain);
        Assert.Equal(before, new FileDataRepository(Folder).LockDomain);
    }

    [Fact]
    public async Task AnotherContainer_IsAnotherDomain_ThoughItSeesTheSameLocks()
    {
        string[] container = ["unshare", "--pid", "--fork", "--mount-proc"];
        Require(container);
        var repository = new FileDataRepository(Folder);
        using var worker = Worker.Start([], container, "hold", Folder);
        Assert.StartsWith("held", await worker.ReadLineAsync(), StringComparison.Ordinal);

        Assert.Null(await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero));
        var holder = await repository.FindHolderAsync(Sample.Key);

        Assert.NotEqual(repository.LockDomain, holder!.Domain);
        worker.Go();
        await worker.EndAsync();
    }

    [Fact]
    public async Task AnotherHostName_IsAnotherDomain()
    {
        Require("unshare", "--uts", "hostname", "semel-other");

        Assert.NotEqual(await InWorkerAsync(), await InWorkerAsync("unshare", "--uts", "sh", "-c", "hostname semel-other && exec \"$@\"", "sh"));
    }

    [Fact]
    public async Task AnotherBoot_IsAnotherDomain()
    {
        const string boot = "/proc/sys/kernel/random/boot_id";
        var other = Path.Combine(temporary.Path, "boot");
        await File.WriteAllTextAsync(other, "00000000-1111-2222-3333-444444444444\n");
        string[] rebooted = ["unshare", "--mount", "sh", "-c", $"mount --bind '{other}' {boot} && exec \"$@\"", "sh"];
        Require([.. rebooted, "true"]);

        var domain = await InWorkerAsync(rebooted);

        Assert.NotEqual(await InWorkerAsync(), domain);
        Assert.Contains("00000000-1111-2222-3333-444444444444", domain);
    }

    [Fact]
    public async Task BootThatIsNotKnown_IsAnotherDomainEachTime()
    {
        string[] hidden = ["unshare", "--mount", "sh", "-c", "mount --bind /dev/null /proc/sys/kernel/random/boot_id && exec \"$@\"", "sh"];
        Require([.. hidden, "true"]);

        var first = await InWorkerAsync(hidden);

        Assert.Contains("unknown", first);
        Assert.NotEqual(first, await InWorkerAsync(hidden));
    }

    [Fact]
    public void CopyOfTheFolder_IsAnotherDomain_AlsoInThePlaceOfTheFirst()
    {
        var domain = new FileDataRepository(Folder).LockDomain;
        Directory.Move(Folder, Folder + "-moved");
        Directory.CreateDirectory(Folder);

        Assert.NotEqual(domain, new FileDataRepository(Folder).LockDomain);
        if (OperatingSystem.IsLinux()) Assert.Equal(domain, new FileDataRepository(Folder + "-moved").LockDomain); // its locks moved with it
    }

    [Fact]
    public void FolderThatCannotBeMade_HasADomainOfItsOwn_AndDoesNotThrow()
    {
        File.WriteAllText(Folder, "a file");
        var repository = new FileDataRepository(Path.Combine(Folder, "below"));

        Assert.Equal(repository.LockDomain, repository.LockDomain);
        Assert.NotEqual(repository.LockDomain, new FileDataRepository(repository.Folder).LockDomain);
    }

    [Theory]
    [InlineData(null, "p", "f")]
    [InlineData("b", null, "f")]
    [InlineData("b", "p", null)]
    public void WhatIsNotKnown_IsEqualToNothing(string? boot, string? processes, string? folder)
    {
        Assert.NotEqual(LockDomain.Text(boot, processes, folder), LockDomain.Text(boot, processes, folder));
        Assert.Equal(LockDomain.Text("b", "p", "f"), LockDomain.Text("b", "p", "f"));
    }

    private async Task<string> InWorkerAsync(params string[] under)
    {
        using var worker = Worker.Start([], under, "domain", Folder);
        return await worker.ReadLineAsync();
    }

    private static void Require(params string[] command) =>
        Assert.SkipUnless(OperatingSystem.IsLinux() && Worker.CanRun(command[0], [.. command[1..], .. command[^1] == "--mount-proc" ? ["true"] : Array.Empty<string>()]), $"Needs the right to run: {string.Join(' ', command)}");
}
