using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>What was read of a type with idempotent creates. The model holds no place, so that an edit that only moves it emits nothing anew.</summary>
/// <param name="Model">Null where nothing can be emitted.</param>
/// <param name="Diagnostics">With their places.</param>
internal sealed record IdempotentDeclaration(IdempotentModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);
