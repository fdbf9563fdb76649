using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Http;

/// <summary>Reads the address of a POST from its arguments, its message or the chain of calls in front of it.</summary>
internal static class AddressText
{
    private const int MaxDepth = 8;

    public static PathText? Of(PostCall post)
    {
        if (RefitMethod.PathOf(post.Call.TargetMethod) is { } path) return new PathText(path);
        if (post.Message is { } message) return OfMessage(message, post.Call);
        if (OfArguments(post.Call.Arguments) is { } written) return written;
        return post.Call.Instance is { } instance && instance.Type?.Name.EndsWith("RequestBuilder", StringComparison.Ordinal) == true ? new PathText(Text(instance, MaxDepth)) : null;
    }

    /// <summary>The first text or URI among the arguments that isn't a verb; null where there is none.</summary>
    public static PathText? OfArguments(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.IsImplicit && argument.ArgumentKind == ArgumentKind.DefaultValue) continue;
            if (argument.Parameter is null || !IsAddress(argument.Parameter) || HttpVerb.IsPost(argument.Value)) continue;
            return new PathText(Text(argument.Value, MaxDepth));
        }

        return null;
    }

    private static PathText? OfMessage(IOperation message, IInvocationOperation call)
    {
        var arguments = message switch { IObjectCreationOperation creation => creation.Arguments, IInvocationOperation factory => factory.Arguments, _ => [] };
        if (OfArguments(arguments) is { } written) return written;
        if (message is IObjectCreationOperation { Initializer: { } initializer })
        {
            foreach (var item in initializer.Initializers)
            {
                if (item is ISimpleAssignmentOperation assignment && IsUri(assignment)) return new PathText(Text(assignment.Value, MaxDepth));
            }
        }

        foreach (var operation in Origin.Root(call).Descendants())
        {
            if (operation is not ISimpleAssignmentOperation assignment || !IsUri(assignment)) continue;
            var text = new PathText(Text(assignment.Value, MaxDepth));
            return text.IsUnknown ? null : text;
        }

        return null;
    }

    private static bool IsUri(ISimpleAssignmentOperation assignment) => assignment.Target is IPropertyReferenceOperation { Property.Name: "RequestUri" or "Resource" or "Url" };

    private static bool IsAddress(IParameterSymbol parameter) =>
        parameter.Type.Name is "Uri" or "Url" or "IFlurlRequest" || parameter.Type.SpecialType == SpecialType.System_String && !Words.Mentions(parameter.Name, "content", "body", "json", "media", "token", "key", "clientname");

    private static string Text(IOperation operation, int depth)
    {
        if (depth == 0) return PathText.Hole;
        var bare = Origin.Bare(operation);
        if (bare.ConstantValue is { HasValue: true, Value: { } constant }) return constant.ToString();
        return bare switch
        {
            IInterpolatedStringOperation interpolated => string.Concat(interpolated.Parts.Select(part => part switch
            {
                IInterpolatedStringTextOperation text => text.Text.ConstantValue.Value as string ?? "",
                IInterpolationOperation hole => Text(hole.Expression, depth - 1),
                _ => PathText.Hole,
            })),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Text(sum.LeftOperand, depth - 1) + Text(sum.RightOperand, depth - 1),
            ILocalReferenceOperation local => Origin.Assigned(local.Local, local).Select(value => Text(value, depth - 1)).FirstOrDefault() ?? PathText.Hole,
            IObjectCreationOperation { Type.Name: "Uri" or "UriBuilder" or "Url" or "FlurlRequest" } uri => Joined(uri.Arguments.Select(argument => argument.Value), depth),
            IInvocationOperation call => OfCall(call, depth),
            IPropertyReferenceOperation { Type.Name: var type, Instance: { } instance } property when type.EndsWith("RequestBuilder", StringComparison.Ordinal) =>
                property.Property.IsIndexer ? Text(instance, depth - 1) + "/" + PathText.Hole : Text(instance, depth - 1) + "/" + property.Property.Name,
            _ => PathText.Hole,
        };
    }

    /// <summary>Fluent addresses and formats by what they are given; a method that names an address gives its name: <c>ApiUrls.Issues(…)</c>.</summary>
    private static string OfCall(IInvocationOperation call, int depth)
    {
        var name = call.TargetMethod.Name;
        if (name is "Format" or "Combine" or "Concat" or "Join" or "AppendPathSegment" or "AppendPathSegments" or "WithPath" or "Request" or "FormattableString" or "FormatUri" || call.Type?.Name is "IFlurlRequest" or "Url")
        {
            var parts = call.Instance is { } instance && instance.Type?.SpecialType != SpecialType.System_String ? new[] { instance }.Concat(call.Arguments.Select(argument => argument.Value)) : call.Arguments.Select(argument => argument.Value);
            return name.StartsWith("With", StringComparison.Ordinal) || name == "SetQueryParam" ? Text(call.Instance ?? call.Arguments[0].Value, depth - 1) : Joined(parts, depth);
        }

        if (name is "ToString" or "TrimEnd" or "TrimStart" or "Trim" or "FormatWith" or "Replace" && call.Instance is { } text) return Text(text, depth - 1);
        return call.TargetMethod.IsStatic && call.TargetMethod.ContainingType.Name.Contains("Url") ? "/" + name : PathText.Hole;
    }

    private static string Joined(IEnumerable<IOperation> parts, int depth)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (Origin.Bare(part) is IArrayCreationOperation { Initializer: { } initializer }) text.Append('/').Append(Joined(initializer.ElementValues, depth));
            else if (part.Type?.TypeKind != TypeKind.Enum) text.Append('/').Append(Text(part, depth - 1));
        }

        return text.ToString();
    }
}
