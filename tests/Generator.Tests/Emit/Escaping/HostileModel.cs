using System.Collections;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Semel.Generator.Tests.Emit.Escaping;

/// <summary>Makes a model hostile: a copy whose texts, wherever they stand, are others. Equal texts stay equal.</summary>
/// <param name="change">The text of a property, by the names of its type and of the property.</param>
internal sealed class HostileModel(Func<string, string, string, string> change)
{
    public object Of(object model) => Changed(model, "", "")!;

    private object? Changed(object? value, string type, string property)
    {
        if (value is null) return null;
        if (value is string text) return change(type, property, text);
        var kind = value.GetType();
        if (kind.IsGenericType && kind.Name.StartsWith("EquatableArray", StringComparison.Ordinal)) return List((IEnumerable)value, kind, type, property);
        if (kind.GetMethod("<Clone>$") is not { } clone || kind.Name == "LocationInfo") return value;
        var copy = clone.Invoke(value, null)!;
        foreach (var member in kind.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.CanWrite))
            member.SetValue(copy, Changed(member.GetValue(value), kind.Name, member.Name));
        return copy;
    }

    private object List(IEnumerable list, Type kind, string type, string property)
    {
        var items = list.Cast<object?>().Select(item => Changed(item, type, property)).ToArray();
        var element = kind.GetGenericArguments()[0];
        var array = Array.CreateInstance(element, items.Length);
        items.CopyTo(array, 0);
        var immutable = typeof(ImmutableCollectionsMarshal).GetMethod(nameof(ImmutableCollectionsMarshal.AsImmutableArray))!.MakeGenericMethod(element).Invoke(null, [array]);
        return Activator.CreateInstance(kind, immutable)!;
    }
}
