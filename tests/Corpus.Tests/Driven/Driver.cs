using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Semel.Corpus.Tests.Driven;

/// <summary>Calls every method of a generated client against Prism.</summary>
internal sealed class Driver(GeneratedClient client, PrismServer prism)
{
    private readonly ILookup<string, GeneratedMethod> _methods = client.Methods();

    public async Task<Driven> DriveAsync(Sample sample)
    {
        if (_methods[sample.ToString()].FirstOrDefault() is not { } method) return new(sample, Outcome.NoMethod, "");
        if (sample.Unmade is { } unmade) return new(sample, Outcome.NotSampled, unmade);
        if (await LostAsync(method, sample) is { } lost) return new(sample, Outcome.Lost, $"{method}: {lost}");
        using var verdicts = new PrismVerdicts(method.Method.Name == "CreateAsync" ? (verb, address) => verb.Method == sample.Method && IsOf(sample.Path, address) : null, path => !sample.Path.EndsWith('}') && IsUnder(sample.Path, path), sample.Credentials);
        using var http = new HttpClient(verdicts) { BaseAddress = prism.Address };
        var error = await CallAsync(method, sample, http);
        var sent = verdicts.All.Where(verdict => verdict.Method == sample.Method && IsOf(sample.Path, verdict.Address)).ToList();
        // what is read afterwards is read by an id that Prism made up
        if (verdicts.All.Take(verdicts.All.Count - verdicts.All.Reverse().TakeWhile(verdict => !sent.Contains(verdict)).Count()).FirstOrDefault(verdict => verdict.Problem is not null) is { } refused)
            return new(sample, Outcome.Refused, $"{method}: {refused.Method} {refused.Address} → {refused.Problem}");
        if (sent.Count == 0) return new(sample, Outcome.NotSent, $"{method}: {error}");
        if (error is null) return new(sample, Outcome.Read, "");
        return new(sample, !sample.Succeeds || (!sample.Shows && method.Method.Name == "CreateAsync") || verdicts.All.Any(verdict => verdict.IsReplyBroken) ? Outcome.NoGoodReply : Outcome.NotRead, $"{method}: {error}");
    }

    /// <summary>Nothing is waited for, and Prism is every server of the document.</summary>
    private SemelOptions Options(Uri address)
    {
        var options = new SemelOptions
        {
            FlightTime = TimeSpan.FromSeconds(30),
            CreateTimeout = TimeSpan.FromSeconds(30),
            ListLag = TimeSpan.Zero,
            ClockSkew = TimeSpan.Zero,
            PollInterval = TimeSpan.FromMilliseconds(1),
            ReadyTimeout = TimeSpan.FromSeconds(1),
            LockTimeout = TimeSpan.Zero,
        };
        foreach (var server in client.Servers) options.Servers[server] = address;
        return options;
    }

    /// <summary>What the model that the method takes doesn't write as it was set; null: nothing.</summary>
    private static async Task<string?> LostAsync(GeneratedMethod method, Sample sample)
    {
        if (sample.Body is not { Value: { } value } body || !body.MediaType.Contains("json", StringComparison.Ordinal)) return null;
        if (method.Method.GetParameters().FirstOrDefault(parameter => Views.IsView(parameter.ParameterType)) is not { } parameter) return null;
        var oracle = await SchemaOracle.OfAsync(body.Schema);
        return oracle.Problem(value, Views.Rebuilt(value, parameter.ParameterType).Json);
    }

    private async Task<string?> CallAsync(GeneratedMethod method, Sample sample, HttpClient http)
    {
        try
        {
            if (Arguments.Of(method.Method, WithoutKey(method, sample), out var problem) is not { } arguments) return problem;
            var semel = new SemelContext(new MemoryDataRepository(), "driven", Options(prism.Address));
            var resource = method.Property.GetValue(client.New(http, semel));
            await Awaited.Async(method.Method.Invoke(resource, arguments)!);
            return null;
        }
        catch (TargetInvocationException error)
        {
            return error.InnerException!.Message;
        }
        catch (NotReadyException)
        {
            // Prism's resource never changes its state
            return null;
        }
        catch (UnknownException error) when (error.Message.Contains("and recorded", StringComparison.Ordinal))
        {
            // nor is what it shows the resource that it said it made
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }

    /// <summary>A create makes its idempotency key itself, and refuses another one.</summary>
    private static Sample WithoutKey(GeneratedMethod method, Sample sample)
    {
        if (method.Method.Name != "CreateAsync" || method.Property.PropertyType.GetCustomAttribute<InferredResourceAttribute>()?.IdempotencyKey is not { } key) return sample;
        if (sample.Body is not { Value: JsonObject fields } body || !fields.ContainsKey(key)) return sample;
        var others = (JsonObject)fields.DeepClone();
        others.Remove(key);
        return sample with { Body = body with { Value = others } };
    }

    /// <summary>Whether a create's path is that of a list or under it: <c>/networks/create</c>.</summary>
    private static bool IsUnder(string create, string path) => IsOf(create, path) || Enumerable.Range(1, create.Length - 1).Any(end => create[end] == '/' && IsOf(create[..end], path));

    /// <summary>Whether an address is one of a path's, wherever a server's own path begins.</summary>
    private static bool IsOf(string path, string address)
    {
        // a fragment in a path tells operations apart, and is never sent
        var pattern = Regex.Replace(Regex.Escape(path.Split('#')[0]).Replace("\\{", "{", StringComparison.Ordinal), "{[^}]*}", "[^/?]*");
        return Regex.IsMatch(address, pattern + "/?($|\\?|#)");
    }
}

internal enum Outcome
{
    /// <summary>Sent as the document wants it, and the reply was read.</summary>
    Read,
    /// <summary>Sent as the document wants it; Prism has no good reply: the document has none, or the example in it is not as it says.</summary>
    NoGoodReply,
    /// <summary>Sent as the document wants it; the reply could not be read.</summary>
    NotRead,
    /// <summary>The request is not as the document wants it.</summary>
    Refused,
    /// <summary>The model doesn't write what was set, or not as the schema wants it.</summary>
    Lost,
    /// <summary>The method sent something else, or nothing.</summary>
    NotSent,
    /// <summary>No valid request could be made from the schema.</summary>
    NotSampled,
    /// <summary>The client has no method for the operation.</summary>
    NoMethod,
}

internal sealed record Driven(Sample Sample, Outcome Outcome, string Detail);
