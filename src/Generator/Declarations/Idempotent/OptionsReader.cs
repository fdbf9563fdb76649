using System.Globalization;
using Microsoft.CodeAnalysis;
using Semel.Generator.Emit;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>Reads everything beside the create itself: partners, id, marker, key, policies.</summary>
internal sealed class OptionsReader(
    IMethodSymbol create, IdempotentValues values, Compilation compilation, LambdaNames names, KeyReader key, IdReader ids, PartnerBinder partners)
{
    private readonly List<string> _options = [];
    private bool _finds;
    private bool _findsByName;

    public List<string> Read(Reply reply, CreateCall call)
    {
        var markers = ids.MarkersOf(reply, names.Value);
        _options.Add($"Id = static {names.Value} => {(call.IsIdAlone ? names.Value : ids.IdOf(reply, names.Value, call.IsJson))}");
        ReadRead(reply, call);
        ReadFinds(reply, call);
        ReadChange("Update", call, "Patch", "Put");
        ReadChange("Delete", call, "Delete");
        if (markers is not null && !call.TakesMarker) throw Unsupported("Marker", create.ContainingType.TypeKind == TypeKind.Interface
            ? "nothing puts it into the request; name a static method that does with Prepare = nameof(…)"
            : "nothing puts it into the request; let the core method take the CreateAttempt and send its marker");
        if (markers is not null) _options.Add($"Markers = static {names.Value} => {markers}");
        if (reply.StatusOf(names.Value) is { } status) _options.Add($"Status = static {names.Value} => {status}");
        ReadStatusOfErrors();
        ReadPromises(call, markers is not null);
        foreach (var (property, option) in new[] { ("Compare", "Input"), ("Secrets", "Secrets") })
            if (values.Text(property) is { Length: > 0 } paths) _options.Add($"{option} = [{string.Join(", ", key.Compared(property, paths))}]");
        ReadReady(reply);
        return _options;
    }

    private void ReadRead(Reply reply, CreateCall call)
    {
        var read = Named("Read", takesId: true) ?? ByRoute(call, route => call.IsNatural ? route == call.Route!.Value.Route : RefitNames.IsItemOf(route, call.Route!.Value.Route), ["Get"], isFit: candidate => Gives(reply, candidate, call));
        if (read is null)
        {
            if (!call.IsIdAlone) throw new Misuse("SEM1022", create.Name, Symbols.Shown(reply.Type!));
            return;
        }

        key.RequireInKey(read);
        var answer = Reply.Of(read.Method.ReturnType) is { Type: not null } awaited ? awaited : throw Unusable("Read", $"'{read.Method.Name}' must return a Task or a ValueTask of what it reads");
        _options.Add($"Read = async ({names.Id}, {names.Token}) => {Answer(reply, answer, read, call)}");
    }

    /// <summary>A read that only its route names is one where it gives what the create does.</summary>
    private bool Gives(Reply wanted, Partner read, CreateCall call)
    {
        try
        {
            return Reply.Of(read.Method.ReturnType) is { Type: not null } answer && Answer(wanted, answer, read, call).Length > 0;
        }
        catch (Misuse)
        {
            return false;
        }
    }

    private string Answer(Reply wanted, Reply answer, Partner read, CreateCall call)
    {
        var awaited = $"await {read.Call}.ConfigureAwait(false)";
        if (call.IsIdAlone && answer.Kind != ReplyKind.Text)
        {
            var status = answer.StatusOf(names.Value);
            return status is null
                ? $"{awaited} is {{ }} ? {names.Id} : null"
                : $"\n{{\n    var {names.Value} = {awaited};\n    global::Semel.CreateOrGetExtensions.RequireSuccess({status});\n    return {names.Id};\n}}";
        }

        if (answer.Kind == ReplyKind.Message) return $"await global::Semel.IdText.BufferedAsync({awaited}, {names.Token}).ConfigureAwait(false)";
        if (compilation.ClassifyCommonConversion(answer.Type!, wanted.Type!).IsImplicit) return awaited;
        if (Symbols.IsNullableValue(answer.Type!) && Symbols.Same(((INamedTypeSymbol)answer.Type!).TypeArguments[0], wanted.Type!))
            return $"global::Semel.CreateOrGetExtensions.Present({awaited})";
        throw Unusable("Read", $"'{read.Method.Name}' returns {Symbols.Shown(answer.Type!)}, and the create {Symbols.Shown(wanted.Type!)}: a reused resource is what is read, so both must return the same");
    }

    private void ReadFinds(Reply reply, CreateCall call)
    {
        var list = Named("List", takesId: false);
        var find = Named("Find", takesId: false);
        if (find is not null)
        {
            key.RequireInKey(find);
            _finds = true;
            _findsByName = key.IsGivenTo(find);
            if (!_findsByName && values.Text("Marker") is null)
                throw Unusable("Find", $"'{find.Method.Name}' is not given all of the key, so that what it finds may be another's, and no Marker tells; let it take what the key is made of, or say where a resource shows its marker");
            _options.Add($"Find = {Look("Find", find, $"({names.Marker}, {names.Token})", _findsByName)}");
        }
        else if (list is not null && values.Text("Marker") is not null)
        {
            _finds = true;
            _options.Add($"Find = {Look("List", list, $"({names.Marker}, {names.Token})", false)}");
        }

        if (list is not null)
        {
            key.RequireInKey(list);
            _options.Add($"List = {Look("List", list, names.Token, false)}");
        }
        else if (!call.IsNatural && ByRoute(call, route => route == call.Route!.Value.Route, ["Get"], takesId: false, isFit: CanLook) is { } natural)
        {
            _options.Add($"List = {Look("List", natural, names.Token, false)}");
        }
    }

    /// <summary>A list that only its route names confirms absences; what can't be read as one is left.</summary>
    private bool CanLook(Partner list)
    {
        try
        {
            key.RequireInKey(list);
            Look("List", list, names.Token, false);
            return true;
        }
        catch (Misuse)
        {
            return false;
        }
    }

    private string Look(string property, Partner partner, string parameters, bool hasName)
    {
        var returned = partner.Method.ReturnType;
        if (SequenceOf(returned, "IAsyncEnumerable") is { } streamed)
            return $"{parameters} => global::Semel.FoundResource.AllAsync({partner.Call}, {Show(property, partner, streamed, hasName)}, {names.Token})";
        var answer = Reply.Of(returned) is { Type: not null, Kind: not ReplyKind.Message } awaited && awaited.Content is not null
            ? awaited
            : throw Unusable(property, $"'{partner.Method.Name}' returns {Symbols.Shown(returned)}; it must return what it finds: one or null, a sequence, or an IAsyncEnumerable");
        var content = answer.Content!;
        var (method, item) = content.SpecialType != SpecialType.System_String && SequenceOf(content, "IEnumerable") is { } items ? ("All", items) : ("One", content);
        if (method == "One" && Symbols.IsNullableValue(item)) item = ((INamedTypeSymbol)item).TypeArguments[0];
        var show = Show(property, partner, item, hasName);
        if (answer.StatusOf(names.Found) is not { } status)
            return $"async {parameters} => global::Semel.FoundResource.{method}(await {partner.Call}.ConfigureAwait(false), {show})";
        return $"async {parameters} =>\n{{\n    var {names.Found} = await {partner.Call}.ConfigureAwait(false);\n    global::Semel.CreateOrGetExtensions.RequireSuccess({status});\n    return global::Semel.FoundResource.{method}({answer.ContentOf(names.Found)}, {show});\n}}";
    }

    private string Show(string property, Partner partner, ITypeSymbol item, bool hasName)
    {
        var id = ids.IdOfItem(item, names.Item) ?? throw Unusable(property, $"'{partner.Method.Name}' finds {Symbols.Shown(item)}, which has no id at '{values.Text("Id") ?? "Id"}'");
        var markers = ids.MarkersOfItem(item, names.Item);
        if (markers is null && !hasName && property == "Find") throw Unusable(property, $"'{partner.Method.Name}' finds {Symbols.Shown(item)}, which shows no marker at '{values.Text("Marker")}'");
        return $"static {names.Item} => global::Semel.FoundResource.Of({id}, {markers ?? "null"}, {(hasName ? "true" : "false")})";
    }

    private void ReadChange(string property, CreateCall call, params string[] verbs)
    {
        var partner = Named(property, takesId: true)
            ?? (call.IsNatural && property == "Update" ? null : ByRoute(call, route => RefitNames.IsItemOf(route, call.Route!.Value.Route) || (call.IsNatural && route == call.Route!.Value.Route), verbs, isFit: candidate => property != "Delete" || key.Names(candidate)));
        if (partner is null) return;
        if (property == "Delete") key.RequireInKey(partner);
        var answer = Reply.Of(partner.Method.ReturnType) ?? throw Unusable(property, $"'{partner.Method.Name}' must return a Task or a ValueTask");
        var awaited = $"await {partner.Call}.ConfigureAwait(false)";
        _options.Add(answer.StatusOf(names.Value) is { } status
            ? $"{property} = async ({names.Id}, {names.Token}) =>\n{{\n    var {names.Value} = {awaited};\n    global::Semel.CreateOrGetExtensions.RequireSuccess({status});\n}}"
            : $"{property} = async ({names.Id}, {names.Token}) => {awaited}");
    }

    private void ReadStatusOfErrors()
    {
        if (compilation.GetTypeByMetadataName("Refit.ApiException") is { } refit && Symbols.Members(refit, "StatusCode").OfType<IPropertySymbol>().Any(property => !Symbols.IsNullableValue(property.Type)))
            _options.Add($"StatusOf = static {names.Error} => {names.Error} is global::Refit.ApiException refused ? (int)refused.StatusCode : null");
    }

    private void ReadPromises(CreateCall call, bool hasMarker)
    {
        var guarantee = values.Member("Guarantee");
        if (call.KeyHeader is { } header)
        {
            var hours = values.Number("KeyWindowHours") ?? 24;
            var window = double.IsPositiveInfinity(hours) ? "null" : $"global::System.TimeSpan.FromHours({hours.ToString("R", CultureInfo.InvariantCulture)}d)";
            _options.Add($"IdempotencyKey = new(global::Semel.KeyPlace.Header, {Literals.String(header)}) {{ Window = {window} }}");
        }

        if (guarantee == "Replay" && call.KeyHeader is null) throw Unsupported("Guarantee.Replay", "no idempotency key is declared; name its header with IdempotencyKey = \"…\"");
        if (guarantee == "UniqueName" && !_findsByName) throw Unsupported("Guarantee.UniqueName", "nothing finds a resource by its name; name a method that does with Find = nameof(…)");
        if (guarantee == "Marker" && !(hasMarker && _finds)) throw Unsupported("Guarantee.Marker", "it needs Marker, where a resource shows it, and a Find or a List of every page");
        if (guarantee is null && call.IsNatural) guarantee = "Natural";
        var onExists = values.Member("OnExists");
        if (onExists == "Update") Require("OnExists.Update", "Update");
        if (onExists == "Replace") Require("OnExists.Replace", "Delete");
        var onDrift = values.Member("OnDrift");
        if (onDrift == "Update") Require("OnDrift.Update", "Update");
        if (onDrift == "Replace") Require("OnDrift.Replace", "Delete");
        if (values.Member("SecretWrites") == "AlwaysWrite" && onDrift is not ("Update" or "Replace")) throw Unsupported("SecretWrites.AlwaysWrite", "it needs OnDrift.Update or OnDrift.Replace");
        if (values.Member("Verify") == "WithGet") Require("Verify.WithGet", "Read");
        foreach (var (name, value) in new[] { ("Guarantee", guarantee), ("Verify", values.Member("Verify")), ("OnExists", onExists), ("OnFailed", values.Member("OnFailed")), ("OnDrift", onDrift), ("ReplaceOrder", values.Member("ReplaceOrder")), ("SecretWrites", values.Member("SecretWrites")) })
            if (value is not null) _options.Add($"{name} = global::Semel.{name}.{value}");
        if (values.Flag("LookFirst") is { } look) _options.Add($"LookFirst = {(look ? "true" : "false")}");
    }

    private void ReadReady(Reply reply)
    {
        if (values.Text("Ready") is not { } name) return;
        var content = reply.Content ?? reply.Type!;
        var method = Symbols.Members(create.ContainingType, name).OfType<IMethodSymbol>().FirstOrDefault(candidate =>
            candidate is { Arity: 0, Parameters.Length: 1 } && compilation.ClassifyCommonConversion(reply.Type!, candidate.Parameters[0].Type).IsImplicit && (candidate.IsStatic || create.ContainingType.TypeKind != TypeKind.Interface)
            && (candidate.ReturnType.SpecialType == SpecialType.System_Boolean || Symbols.Is(candidate.ReturnType, "Semel", "Readiness")))
            ?? throw Unusable("Ready", $"'{create.ContainingType.Name}' has no {(create.ContainingType.TypeKind == TypeKind.Interface ? "static " : "")}method '{name}' that takes {Symbols.Shown(content)} and returns a bool or a Readiness");
        Require("Ready", "Read");
        if (partners.TryReceiver(method) is not { } receiver) throw Unusable("Ready", $"'{name}' is not static, and '{create.Name}' is");
        var said = $"{receiver}{Symbols.Name(name)}({names.Value})";
        var readiness = method.ReturnType.SpecialType == SpecialType.System_Boolean ? $"{said} ? global::Semel.Readiness.Ready : global::Semel.Readiness.Pending" : said;
        _options.Add($"Call = new() {{ ReadyWhen = {names.Value} => {readiness} }}");
    }

    private void Require(string declared, string partner)
    {
        if (!_options.Any(option => option.StartsWith(partner + " = ", StringComparison.Ordinal)))
            throw Unsupported(declared, $"no {partner} is named; name the method with {partner} = nameof(…)");
    }

    private Partner? Named(string property, bool takesId) => values.Text(property) is { Length: > 0 } name
        ? partners.Find(name, takesId, out var problem) ?? throw Unusable(property, problem)
        : null;

    private Partner? ByRoute(CreateCall call, Func<string, bool> isPartner, string[] verbs, bool takesId = true, Func<Partner, bool>? isFit = null)
    {
        if (call.Route is null) return null;
        foreach (var method in create.ContainingType.GetMembers().Concat(create.ContainingType.AllInterfaces.SelectMany(inherited => inherited.GetMembers())).OfType<IMethodSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(method, create) || RefitNames.RouteOf(method) is not { } route) continue;
            if (verbs.Contains(route.Verb) && isPartner(route.Route) && partners.TryBind(method, takesId, out _) is { } bound && isFit?.Invoke(bound) != false) return bound;
        }

        return null;
    }

    private static ITypeSymbol? SequenceOf(ITypeSymbol type, string name)
    {
        if (type is IArrayTypeSymbol array && name == "IEnumerable") return array.ElementType;
        var all = type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self ? type.AllInterfaces.Prepend(self) : type.AllInterfaces;
        return all.FirstOrDefault(implemented => Symbols.Is(implemented, "System.Collections.Generic", name, 1))?.TypeArguments[0];
    }

    private Misuse Unusable(string property, string why) => new("SEM1021", create.Name, $"{property}{(values.Text(property) is { } name ? $" = \"{name}\"" : "")}", why);

    private Misuse Unsupported(string declared, string why) => new("SEM1024", create.Name, declared, why);
}
