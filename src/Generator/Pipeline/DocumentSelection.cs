using Microsoft.CodeAnalysis;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Pipeline;

/// <summary>A declaration with the one text it names, or with what is wrong. Texts are equal by reference and not opened here.</summary>
/// <param name="Others">The texts that references may lead to.</param>
internal sealed record DocumentSelection(ModelDeclaration Declaration, AdditionalText? Text, DiagnosticInfo? Problem, ReachedTexts Others);
