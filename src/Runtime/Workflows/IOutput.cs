namespace Semel.Workflows;

/// <summary>What a step can depend on: another <see cref="Step{T}"/>, or all of <see cref="Steps{T}"/>.</summary>
/// <typeparam name="T">What the step that depends on it receives.</typeparam>
public interface IOutput<out T>
{
    /// <summary>The steps that must have succeeded.</summary>
    IReadOnlyList<Step> Sources { get; }

    internal T Read(Outputs outputs);
}
