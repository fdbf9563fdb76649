using System.Text;

namespace Semel.Runtime.Tests.Wire;

/// <summary>The page docs/wire.md.</summary>
internal static class WireDocument
{
    private const string Head = """
        # What reaches the server

        Every row behind every column, on real connections, run by `tests/Runtime.Tests/Wire`, which writes this page (`SEMEL_UPDATE_GOLDEN=1`) and fails where it is out of date. The numbers are the server's own count: POSTs that arrived with their whole body, for **one** call of the client. The server does to every POST what the row says.

        - *Semel*: a create, and what its reply proves (applied, exists, rejected, not sent, in doubt); after the comma, a POST of an operation without a body. A create without a body is refused before anything is sent; an operation without one sends an empty content that is written once, never a null content.
        - *A bare HttpClient*: the same handlers, a POST with null content, with an empty one and with JSON.
        - Columns are handlers as users write them; *retrying* sends the same request up to three times, *hedging* twice at the same time, *cloning, bodies too* up to twice, *cloning, one body* up to three times whatever the status. Those that buffer, read or compress the body hold a copy that could be sent again: Semel refuses them, and nothing is sent.
        - 307, 308, 401, null content, REFUSED_STREAM and GOAWAY are repeated by .NET's own handler, below any handler of the user. Semel refuses that repeat too; the price is doubt where the first send alone would have been proved unread.
        - Hedging by time, and a connection that closes just as a request is written to it, would make a count a race: the hedges are started at once or after a failure, one create that is hedged is answered once the other send was refused, and the server closes either before the request (*while idle*) or after it arrived whole.
        - One message must not be sent twice at the same time: `HttpClient` forbids it, a handler can do it all the same. A redirect that turns the first send into a GET takes the body out of the message that the second send is just writing, which then may go out as a POST without a body. No content can see that; hedge with a message each.
        """;

    public static string Of(IReadOnlyList<WireCell> cells)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n")).Append('\n');
        foreach (var (version, name) in new[] { (1, "HTTP/1.1"), (2, "HTTP/2") })
        {
            var rows = cells.Where(cell => cell.Version == version).ToList();
            Table(text, $"## Semel, {name}: create, operation without a body", rows, cell => $"{cell.Create.Posts} {Word(cell.Create.Reply)}, {cell.Action}");
            Table(text, $"## A bare HttpClient, {name}: null / empty / JSON", rows, cell => $"{cell.BareNull} / {cell.BareEmpty} / {cell.BareJson}");
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, string title, IEnumerable<WireCell> cells, Func<WireCell, string> show)
    {
        text.Append($"\n{title}\n\n| | {string.Join(" | ", WireClient.All.Select(client => client.Name))} |\n|---|{string.Concat(WireClient.All.Select(_ => "---|"))}\n");
        foreach (var row in cells.GroupBy(cell => cell.Fault.Name)) text.Append($"| {row.Key} | {string.Join(" | ", row.Select(show))} |\n");
    }

    private static string Word(CreateReply reply) => reply switch
    {
        CreateReply.Applied => "applied",
        CreateReply.Exists => "exists",
        CreateReply.NotApplied { Status: null } => "not sent",
        CreateReply.NotApplied => "rejected",
        _ => "in doubt",
    };
}
