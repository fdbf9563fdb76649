namespace Semel.Generator.Binding.Whole;

/// <summary>A POST whose operation says that it deletes or removes makes nothing, whatever its path says: <c>deleteBatchPayment</c>.</summary>
internal static class UndoingRule
{
    public static bool Says(Located create) => Words.Of(create.Node.Get("operationId").AsString() ?? "").FirstOrDefault() is "delete" or "remove";
}
