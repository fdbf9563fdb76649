using Microsoft.AspNetCore.Http;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Remote;

/// <summary>A reply of a scripted server.</summary>
internal sealed record Answer(int Status, string Body = "", params (string Name, string Value)[] Headers)
{
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers) context.Response.Headers.Append(name, value);
        if (Body.Length > 0) await context.Response.WriteAsync(Body);
    }
}

/// <summary>Real servers on loopback that answer from a table.</summary>
internal static class Api
{
    /// <summary>Answers everything alike.</summary>
    public static Task<LoopbackApi> AnsweringAsync(Answer answer) => LoopbackApi.StartAsync(answer.WriteAsync);

    /// <summary>Answers by method and path, such as <c>GET /things/1</c>, with or without the query; anything else with 418.</summary>
    public static Task<LoopbackApi> RoutingAsync(params (string Request, Answer Answer)[] routes) => LoopbackApi.StartAsync(context =>
    {
        var request = $"{context.Request.Method} {context.Request.Path}";
        var found = routes.FirstOrDefault(route => route.Request == request + context.Request.QueryString) is { Answer: not null } exact
            ? exact.Answer
            : routes.FirstOrDefault(route => route.Request == request).Answer;
        return (found ?? new Answer(418)).WriteAsync(context);
    });

    /// <summary>The same; a request that has several answers gets them in turn, and the last one from then on.</summary>
    public static Task<LoopbackApi> InTurnAsync(params (string Request, Answer Answer)[] routes)
    {
        var left = routes.GroupBy(route => route.Request).ToDictionary(answers => answers.Key, answers => new Queue<Answer>(answers.Select(route => route.Answer)));
        return LoopbackApi.StartAsync(context =>
        {
            Answer answer = new(418);
            lock (left)
            {
                if (left.TryGetValue($"{context.Request.Method} {context.Request.Path}", out var answers)) answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
            }

            return answer.WriteAsync(context);
        });
    }
}
