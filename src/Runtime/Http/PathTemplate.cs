using System.Text;

namespace Semel;

/// <summary>Path templates of a document: <c>/v2/droplets/{droplet_id}</c>.</summary>
internal static class PathTemplate
{
    public static bool HasParameter(string template, string name) => template.Contains($"{{{name}}}", StringComparison.Ordinal);

    /// <summary>The path with every parameter replaced by its escaped value. A fragment is not sent, so it is left out.</summary>
    /// <param name="template">The template.</param>
    /// <param name="arguments">The values.</param>
    /// <param name="written">By name, what is written and escaped already.</param>
    public static string Expand(string template, IReadOnlyList<PathArgument> arguments, IReadOnlyDictionary<string, string>? written = null)
    {
        var path = new StringBuilder(template.StartsWith('/') ? "" : "/").Append(template.Split('#')[0]);
        foreach (var argument in arguments)
        {
            if (!HasParameter(template, argument.Name))
                throw new ArgumentException($"The path '{template}' has no parameter '{argument.Name}'.", nameof(arguments));
            path.Replace($"{{{argument.Name}}}", written is not null && written.TryGetValue(argument.Name, out var text) ? text : Escape(argument));
        }

        var expanded = path.ToString();
        RefuseGaps(template, expanded);
        return expanded;
    }

    /// <summary>The path with the values of those arguments that it has; null where one is missing.</summary>
    public static string? TryExpand(string template, IReadOnlyList<PathArgument> arguments)
    {
        var names = ParametersOf(template);
        var known = arguments.Where(argument => names.Contains(argument.Name)).ToList();
        return names.Except(known.Select(argument => argument.Name)).Any() ? null : Expand(template, known);
    }

    /// <summary>The path of a template that has one parameter more than the arguments fill; the value goes there.</summary>
    /// <exception cref="ArgumentException">It has another number of them, or the value is empty, <c>.</c> or <c>..</c>.</exception>
    public static string Fill(string template, IReadOnlyList<PathArgument> arguments, string value)
    {
        var names = ParametersOf(template);
        var known = arguments.Where(argument => names.Contains(argument.Name)).ToList();
        var open = names.Except(known.Select(argument => argument.Name)).ToList();
        return open.Count == 1
            ? Expand(template, [.. known, new PathArgument(open[0], value)])
            : throw new ArgumentException($"The path '{template}' must have one parameter besides those of the create's path; it has {open.Count}.", nameof(template));
    }

    /// <summary>The value with all but unreserved characters escaped.</summary>
    /// <exception cref="ArgumentException">The value is empty, <c>.</c> or <c>..</c>: the request would reach another path.</exception>
    public static string Escape(PathArgument argument) => argument.Value is null or "" or "." or ".."
        ? throw new ArgumentException($"The path parameter '{argument.Name}' must not be '{argument.Value}': the request would reach another path.", argument.Name)
        : Uri.EscapeDataString(argument.Value);

    private static List<string> ParametersOf(string template) =>
        [.. template.Split('{').Skip(1).Where(part => part.Contains('}', StringComparison.Ordinal)).Select(part => part.Split('}')[0]).Distinct()];

    private static void RefuseGaps(string template, string path)
    {
        var open = path.IndexOf('{', StringComparison.Ordinal);
        if (open >= 0 && path.IndexOf('}', open) is > 0 and var close)
            throw new InvalidOperationException($"The path '{template}' needs a value for '{path[(open + 1)..close]}'.");
        if (path.Split('?')[0].Split('/').Any(segment => segment is "." or ".."))
            throw new ArgumentException($"The path '{template}' would become '{path}', which reaches another path.");
    }
}
