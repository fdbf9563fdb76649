using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;

namespace Semel.Analyzers.Idempotency.Record;

/// <summary>Where what a create answered is kept, from the create down to a record.</summary>
internal sealed class CreatedFlow
{
    private readonly HashSet<ISymbol> _known = new(SymbolEqualityComparer.Default);
    private readonly ISymbol? _client;
    private bool _ownState;

    public CreatedFlow(IInvocationOperation create, IOperation body, int end)
    {
        _client = Origin.RootSymbol(create.Instance);
        foreach (var operation in body.Descendants().OrderBy(operation => operation.Syntax.SpanStart))
        {
            if (operation.Syntax.SpanStart > end || operation.Syntax.Span.End < create.Syntax.SpanStart) continue;
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer && IsFrom(initializer.Value, create): _known.Add(declarator.Symbol); break;
                case IAssignmentOperation assignment when IsFrom(assignment.Value, create): Keep(assignment.Target); break;
                case IInvocationOperation call when IsCollected(call) && call.Arguments.Any(argument => IsFrom(argument.Value, create)): Keep(call.Instance); break;
            }
        }
    }

    /// <summary>Whether a call is given, or belongs to, what holds the answer.</summary>
    public bool Reaches(IInvocationOperation record, IInvocationOperation create) =>
        record.Arguments.Any(argument => IsFrom(argument.Value, create))
        || record.Instance is { } instance && instance is not IInstanceReferenceOperation && Origin.RootSymbol(instance) is { } root && _known.Contains(root) && !Origin.Same(root, _client)
        || _ownState && record.Instance is IInstanceReferenceOperation;

    /// <summary>Whether a value holds something of the answer.</summary>
    public bool Mentions(IOperation value) => value.DescendantsAndSelf().Any(operation => operation switch
    {
        ILocalReferenceOperation local => _known.Contains(local.Local),
        IParameterReferenceOperation parameter => _known.Contains(parameter.Parameter),
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation } member => _known.Contains(member.Member),
        _ => false,
    });

    private bool IsFrom(IOperation value, IInvocationOperation create) => value.Syntax.Span.Contains(create.Syntax.Span) || Mentions(value);

    private void Keep(IOperation? target)
    {
        if (target is null || Origin.RootSymbol(target) is not { } root || Origin.Same(root, _client)) return;
        _known.Add(root);
        if (root is IFieldSymbol or IPropertySymbol) _ownState = true;
    }

    private static bool IsCollected(IInvocationOperation call) => call.Instance is not null and not IInstanceReferenceOperation
        && (call.TargetMethod.Name is "Add" or "TryAdd" or "AddAsync" or "Attach" or "Enqueue" or "Push" or "Append" or "Set" or "AddOrUpdate");
}
