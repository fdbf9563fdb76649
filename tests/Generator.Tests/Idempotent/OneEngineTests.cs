using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Semel.Generator.Tests.Idempotent;

/// <summary>What is emitted for hand-written creates, whatever their shape, is the same few calls of the runtime: nothing of the protocol, no reflection.</summary>
[Trait("Feature", "A6")]
public sealed class OneEngineTests
{
    private static readonly string[] Calls =
    [
        "CreateOrGetExtensions.CreateOrGetAsync", "CreateOrGetExtensions.Present", "CreateOrGetExtensions.RequireSuccess", "CreateOrGetExtensions.ValueAsync", "CreateAttempt.WithKey",
        "FoundResource.All", "FoundResource.AllAsync", "FoundResource.Of", "FoundResource.One", "FoundResource.Texts",
        "IdText.BufferedAsync", "IdText.InJson", "IdText.InLocation", "IdText.InReply", "IdText.Of", "IdText.Parse", "IdempotentServices.Decorate", "InstanceKey.Of", "InstanceKey.Text",
        "new CreateOptions", "new CreateOrGetOptions", "new IdempotencyKeyField", "new SemelContext",
    ];

    [Fact]
    public void EmittedCode_CallsNothingElseOfTheRuntime()
    {
        var called = new SortedSet<string>(StringComparer.Ordinal);
        var foreign = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (model, tree) in Emitted())
        {
            foreach (var node in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<ExpressionSyntax>())
            {
                if (model.GetSymbolInfo(node, TestContext.Current.CancellationToken).Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.ReducedExtension } method) continue;
                if (node is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)) continue;
                var name = method.MethodKind == MethodKind.Constructor ? $"new {method.ContainingType.Name}" : $"{method.ContainingType.Name}.{method.Name}";
                var space = method.ContainingNamespace.ToDisplayString();
                if (space == "Semel" || space.StartsWith("Semel.", StringComparison.Ordinal)) called.Add(name);
                else if (space.StartsWith("System", StringComparison.Ordinal)) foreign.Add($"{space}.{name}");
            }
        }

        Assert.Equal(Calls.Order(StringComparer.Ordinal), called);
        Assert.All(foreign, name => Assert.DoesNotContain(["Reflection", "Json", "Activator", "HttpClient.", "GetType"], part => name.Contains(part, StringComparison.Ordinal)));
    }

    /// <summary>Each create is one call: no branch, no loop, no try stands in what is emitted.</summary>
    [Fact]
    public void EmittedCode_DecidesNothing()
    {
        foreach (var (_, tree) in Emitted())
        {
            var statements = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<StatementSyntax>();
            Assert.DoesNotContain(statements, statement => statement is IfStatementSyntax or SwitchStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or TryStatementSyntax or LockStatementSyntax);
        }
    }

    private static IEnumerable<(SemanticModel Model, SyntaxTree Tree)> Emitted()
    {
        foreach (var project in ShapeTests.Projects)
        {
            var run = new IdempotentRun(project);
            foreach (var tree in run.Output.SyntaxTrees.Skip(project.SyntaxTrees.Length)) yield return (run.Output.GetSemanticModel(tree), tree);
        }
    }
}
