// A small cloud on this machine to run the other samples against. It prints its address and its token, and runs until Ctrl-C; what it holds is in memory.
using Semel.Testing;

const string Token = "sample-token";
await using var cloud = await CloudServer.StartAsync(new CloudOptions { Token = Token });
var end = new TaskCompletionSource();
Console.CancelKeyPress += (_, signal) =>
{
    signal.Cancel = true;
    end.TrySetResult();
};

Console.WriteLine($"address {cloud.BaseAddress}");
Console.WriteLine($"token   {Token}");
Console.WriteLine("Ctrl-C ends it.");
await end.Task;
