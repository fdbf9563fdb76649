using Semel.Generator.Declarations;

namespace Semel.Generator.Emit;

/// <summary>Writes the method that registers a model class with its HTTP client. A nested class has none.</summary>
internal static class ServiceCollectionEmitter
{
    private const string Extensions = "global::Microsoft.Extensions.DependencyInjection";

    public static void Emit(SourceWriter writer, ModelDeclaration declaration)
    {
        if (declaration.ContainingTypes.Count > 0) return;
        var name = Literals.Identifier(declaration.Name);
        writer.Gap()
            .Line($"/// <summary>Registers <see cref=\"{name}\"/>.</summary>")
            .Line(GeneratedCode.Attribute)
            .Open($"{declaration.Accessibility} static class {DeclarationNames.ExtensionsClass(declaration)}");
        Documentation.Element(writer, "summary", $"Adds <see cref=\"{name}\"/> with an HTTP client of its own; the program adds its <see cref=\"global::Semel.SemelContext\"/>.");
        Documentation.Parameter(writer, "services", null, "The program's services.");
        Documentation.Parameter(writer, "configureClient", null, "Sets the base address and the credentials.");
        writer.Line($"public static {Extensions}.IHttpClientBuilder Add{declaration.Name}(")
            .Indented(
                $"this {Extensions}.IServiceCollection services,\n" +
                "global::System.Action<global::System.Net.Http.HttpClient>? configureClient = null)\n" +
                $"=> {Extensions}.HttpClientFactoryServiceCollectionExtensions.AddHttpClient<{name}>(\n" +
                "    services, client => configureClient?.Invoke(client));")
            .Close();
    }
}
