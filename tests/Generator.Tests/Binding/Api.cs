namespace Semel.Generator.Tests.Binding;

/// <summary>Small documents around what a test is about.</summary>
internal static class Api
{
    public const string Resource = """{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}}}""";
    public const string Request = """{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}""";

    /// <summary>A document with a create, and what else is given.</summary>
    /// <param name="reply">Schema of the create's reply.</param>
    /// <param name="request">Schema of the create's request.</param>
    /// <param name="collection">Further operations of <c>/things</c>, each with a comma in front.</param>
    /// <param name="paths">Further paths, each with a comma in front.</param>
    /// <param name="schemas">Component schemas.</param>
    /// <param name="replies">Further replies of the create, each with a comma in front.</param>
    public static string Document(
        string reply = Resource, string request = Request, string collection = "", string paths = "", string schemas = "", string replies = "", string version = "3.0.3") =>
        """{"openapi":"VERSION","paths":{"/things":{"post":{""".Replace("VERSION", version) + Body(request) + ""","responses":{"201":""" + Reply(reply) + replies + "}}"
        + collection + "}" + paths + """},"components":{"schemas":{""" + schemas + "}}}";

    /// <summary>The same document whose create takes these parameters too.</summary>
    public static string WithParameters(this string document, params string[] parameters) =>
        document.Replace("\"post\":{", "\"post\":{\"parameters\":[" + string.Join(",", parameters) + "],", StringComparison.Ordinal);

    public static string Header(string name, string description = "", string schema = """{"type":"string"}""", string rest = "") =>
        "{\"name\":\"" + name + "\",\"in\":\"header\",\"description\":\"" + description + "\",\"schema\":" + schema + rest + "}";

    public static string Body(string schema) => """ "requestBody":{"required":true,"content":{"application/json":{"schema":""" + schema + "}}}";

    public static string Reply(string schema) => """{"description":"","content":{"application/json":{"schema":""" + schema + "}}}";

    public static string Operation(string method, string schema, string rest = "") => "\"" + method + "\":{\"responses\":{\"200\":" + Reply(schema) + "}" + rest + "}";

    public static string Path(string path, params string[] operations) => ",\"" + path + "\":{" + string.Join(",", operations) + "}";

    /// <summary>A GET of the collection.</summary>
    public static string List(string schema = ListReply, string parameters = "") =>
        "," + Operation("get", schema, ""","parameters":[""" + parameters + "]");

    private const string ListReply =
        """{"properties":{"things":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"},"tags":{"type":"array","items":{"type":"string"}}}}}}}""";

    public static string Query(string name, string schema = """{"type":"string"}""") => "{\"name\":\"" + name + "\",\"in\":\"query\",\"schema\":" + schema + "}";

    /// <summary>Schema of an object.</summary>
    public static string Object(params string[] properties) => """{"type":"object","properties":{""" + string.Join(",", properties) + "}}";

    public static string Text(string name, string description = "") => $"\"{name}\":{{\"type\":\"string\",\"description\":\"{description}\"}}";
}
