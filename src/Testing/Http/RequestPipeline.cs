using Microsoft.AspNetCore.Http;
using Semel.Testing.Faults;
using Semel.Testing.Keys;
using Semel.Testing.Storage;

namespace Semel.Testing.Http;

/// <summary>What happens to a request between its last byte and the first of its reply.</summary>
internal sealed class RequestPipeline(CloudState cloud, FaultScript faults, Func<CancellationToken> running)
{
    public async Task RunAsync(HttpContext http)
    {
        CloudRequest request = await CloudRequest.ReadAsync(http, cloud.Clock);
        RequestLog.Entry entry = cloud.Log.Add(request.Received);
        CancellationToken stopping = running();
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
            if (await run.BeforeAsync(situation) is not { } instead) continue;
            lock (cloud.Gate) KeyedCreate.KeepFailure(cloud, request, instead);
            return instead;
        }

        request.KeepsWorking = runs.Any(run => run.KeepsWorking);
        Reply? told = null;
        try
        {
            Reply reply = Apply(request, entry, situation.Stopping);
            foreach (FaultRun run in runs) reply = await run.AfterAsync(situation, reply);
            told = reply;
        }
        finally
        {
            lock (cloud.Gate) KeyedCreate.Finish(cloud, request, told);
        }

        return told;
    }

    private Reply Apply(CloudRequest request, RequestLog.Entry entry, CancellationToken stopping)
    {
        if (cloud.Token is { } token && request.Authorization != $"Bearer {token}")
        {
            return Reply.Problem(401, "unauthorized", "The bearer token is missing or wrong.") with { Headers = [new("WWW-Authenticate", "Bearer")] };
        }

        lock (cloud.Gate)
        {
            // a request from before a restart or a reset must not reach the new state
            if (stopping != running() || !cloud.Log.Holds(entry)) return Reply.Lost;
            cloud.Settle();
            return RouteTable.Answer(cloud, request);
        }
    }
}
