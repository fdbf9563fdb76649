using Microsoft.AspNetCore.Http;
using Semel.Testing.Faults;
using Semel.Testing.Storage;

namespace Semel.Testing.Http;

/// <summary>What happens to a request between its last byte and the first of its reply.</summary>
internal sealed class RequestPipeline(CloudState cloud, FaultScript faults, CancellationToken stopping)
{
    public async Task RunAsync(HttpContext http)
    {
        CloudRequest request = await CloudRequest.ReadAsync(http, cloud.Clock);
        RequestLog.Entry entry = cloud.Log.Add(request.Received);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var situation = new FaultSituation(request, cloud.Clock, gone.Token, stopping);
        IReadOnlyList<FaultRun> runs = faults.Take(request);
        try
        {
            Reply reply = await AnswerAsync(request, entry, situation, runs);
            if (reply.Delivery != Delivery.None) cloud.Log.Answered(entry, reply.Status);
            await ReplyWriter.WriteAsync(http, reply);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested || stopping.IsCancellationRequested)
        {
            http.Abort();
        }
        finally
        {
            foreach (FaultRun run in runs) run.Mark();
        }
    }

    private async Task<Reply> AnswerAsync(
        CloudRequest request, RequestLog.Entry entry, FaultSituation situation, IReadOnlyList<FaultRun> runs)
    {
        foreach (FaultRun run in runs)
        {
            if (await run.BeforeAsync(situation) is { } instead) return instead;
        }

        Reply reply = Apply(request, entry);
        foreach (FaultRun run in runs) reply = await run.AfterAsync(situation, reply);
        return reply;
    }

    private Reply Apply(CloudRequest request, RequestLog.Entry entry)
    {
        if (cloud.Token is { } token && request.Authorization != $"Bearer {token}")
        {
            return Reply.Problem(401, "unauthorized", "The bearer token is missing or wrong.") with { Headers = [new("WWW-Authenticate", "Bearer")] };
        }

        // a request from before a reset must not reach the new state
        lock (cloud.Gate) return cloud.Log.Holds(entry) ? RouteTable.Answer(cloud, request) : Reply.Lost;
    }
}
