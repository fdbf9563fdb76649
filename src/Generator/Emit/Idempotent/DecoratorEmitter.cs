using Semel.Generator.Model;

namespace Semel.Generator.Emit.Idempotent;

/// <summary>Writes the decorator of an interface and the method that registers it.</summary>
internal static class DecoratorEmitter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Context = "global::Semel.SemelContext";

    public static void Emit(SourceWriter writer, DecoratorModel decorator)
    {
        var cref = decorator.Interface.Replace('<', '{').Replace('>', '}');
        var inner = decorator.Interface;
        Documentation.Element(writer, "summary", $"Makes the creates of <see cref=\"{cref}\"/> idempotent; everything else passes through.");
        TypeParameters(writer, decorator);
        writer.Line(GeneratedCode.Attribute)
            .Open($"{decorator.Accessibility} sealed class {decorator.Name}{decorator.TypeParameters} : {inner}{decorator.Constraints}")
            .Line($"private readonly {inner} _inner;")
            .Line($"private readonly {Context} _semel;");
        writer.Gap();
        Documentation.Element(writer, "summary", "Decorates a service.");
        Documentation.Parameter(writer, "inner", null, "The service.");
        Documentation.Parameter(writer, "semel", null, "The data repository, the scope and the options.");
        writer.Open($"public {decorator.Name}({inner} inner, {Context} semel)")
            .Line("_inner = inner ?? throw new global::System.ArgumentNullException(nameof(inner));")
            .Line("_semel = semel ?? throw new global::System.ArgumentNullException(nameof(semel));")
            .Close();
        foreach (var member in decorator.Members)
        {
            writer.Gap();
            if (member.Create is { } create) IdempotentEmitter.Create(writer, create);
            else writer.Line(member.Text!);
        }

        writer.Close().Gap();
        Registration(writer, decorator, cref);
    }

    private static void Registration(SourceWriter writer, DecoratorModel decorator, string cref)
    {
        Documentation.Element(writer, "summary", $"Registers <c>{decorator.Name}</c>.");
        writer.Line(GeneratedCode.Attribute).Open($"{decorator.Accessibility} static class {decorator.Name}Services");
        Documentation.Element(writer, "summary", $"Makes the creates of <see cref=\"{cref}\"/> idempotent, however it is registered: call it after that.");
        TypeParameters(writer, decorator);
        Documentation.Parameter(writer, "services", null, "The program's services, with its <see cref=\"" + Context + "\"/>.");
        writer.Line($"public static {Services} Add{decorator.Name}{decorator.TypeParameters}(this {Services} services){decorator.Constraints}")
            .Indented($"=> global::Semel.IdempotentServices.Decorate<{decorator.Interface}>(\n    services, static (inner, semel) => new {decorator.Name}{decorator.TypeParameters}(inner, semel));")
            .Close();
    }

    private static void TypeParameters(SourceWriter writer, DecoratorModel decorator)
    {
        foreach (var name in decorator.TypeParameters.Trim('<', '>').Split(','))
            if (name.Trim().Length > 0) Documentation.Element(writer, "typeparam", "As of the interface.", $" name=\"{name.Trim().TrimStart('@')}\"");
    }
}
