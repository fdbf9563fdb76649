using HeldOut.Platform;

namespace HeldOut.Handlers;

public record TicketDto(string Subject);
public record CreateTicketCommand(string Subject) : IRequest<string>;

// creates whose methods are not called so
public sealed class CreateTicketHandler(HttpClient http)
{
    public async Task<string> [|SEM3002:Handle|](CreateTicketCommand command, CancellationToken token)
    {
        var response = await http.PostAsJsonAsync("/api/tickets", new { command.Subject }, token);
        return await response.Content.ReadAsStringAsync(token);
    }
}

public sealed class Functions(HttpClient http, ILogger<Functions> logger)
{
    [Function("CreateTicket")]
    public async Task [-SEM3002:Run-](TicketDto ticket)
    {
        logger.LogInformation("Ticket {Subject}", ticket.Subject);
        await http.PostAsJsonAsync("/api/tickets", ticket);
    }

    [Function("Ping")]
    public async Task RunPing() => await http.PostAsync("/api/ping", new ByteArrayContent([]));
}
