#if NO_DOCUMENT
Console.Error.WriteLine("This sample is built from DigitalOcean's own OpenAPI document, which is not here. Get it at https://github.com/digitalocean/openapi (bundle it to one JSON file), put it beside this project as bundled.json, and build again.");
return 2;
#else
using System.CommandLine;
using System.Net.Http.Headers;
using Semel.CommandLine;
using Semel.Samples.DigitalOcean;

// DIGITALOCEAN_TOKEN=… dotnet run --project samples/DigitalOcean -- plan --refresh
var api = new Option<string>("--api") { Description = "The address of the API", HelpName = "url", DefaultValueFactory = _ => "https://api.digitalocean.com" };
var region = new Option<string>("--region") { Description = "Where everything is", HelpName = "region", DefaultValueFactory = _ => "nyc3" };
return await SemelApp.RunAsync(args, new SemelAppOptions { Scope = "demo", More = [api, region] }, (semel, parse) =>
{
    var http = new HttpClient { BaseAddress = new Uri(parse.GetValue(api)!) };
    if (Environment.GetEnvironmentVariable("DIGITALOCEAN_TOKEN") is { } token) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    return WebSite.Define(http, semel, parse.GetValue(region)!);
});
#endif
