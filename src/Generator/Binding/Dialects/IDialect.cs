using System.Collections.Immutable;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Dialects;

/// <summary>How a version of OpenAPI says what an operation takes and gives. What comes after it sees one shape.</summary>
internal interface IDialect
{
    /// <summary>The schemas that have names.</summary>
    ImmutableArray<SpecEntry> Schemas { get; }

    SpecRequest Request(Located item, Located operation);

    /// <param name="operation">The operation that answers.</param>
    /// <param name="reply">One of its replies, not a reference.</param>
    SpecContent Reply(Located operation, Located reply);

    /// <summary>The schema of a parameter that is no body; null where none is given.</summary>
    Located? Schema(Located parameter);

    /// <summary>How the parameter's value becomes text.</summary>
    ParameterWriting Writing(Located parameter, ParameterPlace place);
}
