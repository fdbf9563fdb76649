using System.CommandLine;
using Semel.CommandLine;
using Semel.Samples.Web;

// Without arguments: the story. --kill-after-post: the story with a crash between the reply of a POST and its record.
// With a command it is a program like any other on Semel.CommandLine: run, plan, check, list, … against the cloud at --api.
if (args is [] or ["--kill-after-post"]) return await new Story(killAfterPost: args.Length == 1).TellAsync();

var api = new Option<string?>("--api") { Description = "The address of the cloud; default: CLOUD_API of the environment", HelpName = "url", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CLOUD_API") };
var range = new Option<string>("--range") { Description = "The range of the network", HelpName = "range", DefaultValueFactory = _ => "10.0.0.0/24" };
var kill = new Option<bool>("--kill-after-post") { Description = "Without a command: the story, with a crash between the reply of a POST and its record" };
kill.Validators.Add(result =>
{
    if (!result.Implicit) result.AddError("--kill-after-post is for the story, which is told without a command and without other options.");
});
var dies = new Option<bool>("--die-after-post") { Hidden = true };
return await SemelApp.RunAsync(args, new SemelAppOptions { Scope = "demo", Description = "A small web site on a small cloud. Without a command: the story, which starts a cloud, fails, is mended, and is run again.", More = [api, range, kill, dies] }, (semel, parse) =>
{
    var http = new HttpClient(parse.GetValue(dies) ? new DieAfterPost("/v1/servers") : new SocketsHttpHandler()) { BaseAddress = AddressOf(parse.GetValue(api)) };
    return WebSite.Define(http, semel, parse.GetValue(range)!);
});

static Uri AddressOf(string? api) => Uri.TryCreate(api, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : throw new UsageException(
    $"--api needs the address of the cloud, such as http://127.0.0.1:8080/; {(string.IsNullOrEmpty(api) ? "neither it nor CLOUD_API of the environment is given" : $"'{api}' is none")}.");
