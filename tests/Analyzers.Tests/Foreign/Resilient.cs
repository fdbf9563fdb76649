using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Extensions.Http;
using Polly.Retry;

namespace Rooms;

public sealed record Booking(string Id, string Room);
public sealed record BookingRequest(string Room, DateOnly Day);
public sealed record Room(string Id, int Seats);

public sealed class BookingClient(HttpClient http)
{
    public async Task<Booking> [|SEM3002:CreateBookingAsync|](BookingRequest request)
    {
        var response = await http.PostAsJsonAsync("bookings", request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Booking>())!;
    }
}

public sealed class RoomsClient(HttpClient http)
{
    private readonly AsyncRetryPolicy<HttpResponseMessage> _retry = HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));
    private readonly ResiliencePipeline<HttpResponseMessage> _timeout = new ResiliencePipelineBuilder<HttpResponseMessage>().AddTimeout(TimeSpan.FromSeconds(5)).Build();

    public async Task<Room?> GetRoomAsync(string id)
    {
        var response = await _retry.ExecuteAsync(() => http.GetAsync("rooms/" + id));
        return response.StatusCode == HttpStatusCode.NotFound ? null : await response.Content.ReadFromJsonAsync<Room>();
    }

    public async Task<Room[]> SearchRoomsAsync(int seats)
    {
        var response = await _retry.ExecuteAsync(() => http.PostAsJsonAsync("rooms/search", new { seats }));
        return (await response.Content.ReadFromJsonAsync<Room[]>())!;
    }

    public async Task<Room> [|SEM3002:CreateRoomAsync|](int seats)
    {
        var response = await _retry.ExecuteAsync(() => http.[|SEM3003:PostAsJsonAsync|]("rooms", new { seats }));
        return (await response.Content.ReadFromJsonAsync<Room>())!;
    }

    public async Task<Booking> BookAsync(BookingRequest request, string key)
    {
        var response = await _retry.ExecuteAsync(() =>
        {
            var message = new HttpRequestMessage(HttpMethod.Post, "bookings") { Content = JsonContent.Create(request) };
            message.Headers.Add("Idempotency-Key", key);
            return http.SendAsync(message);
        });
        return (await response.Content.ReadFromJsonAsync<Booking>())!;
    }

    public async Task<Room> [|SEM3002:CreateRoomInTimeAsync|](int seats)
    {
        var response = await _timeout.ExecuteAsync(async token => await http.PostAsJsonAsync("rooms", new { seats }, token));
        return (await response.Content.ReadFromJsonAsync<Room>())!;
    }
}

public static class Registration
{
    public static IServiceCollection AddRooms(this IServiceCollection services, Uri address)
    {
        services.AddHttpClient<BookingClient>(client => client.BaseAddress = address).[|SEM3003:AddStandardResilienceHandler|]();
        services.AddHttpClient<BookingClient>("safe", client => client.BaseAddress = address)
            .AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
        services.AddHttpClient<ReportClient>().AddTransientHttpErrorPolicy(policy => policy.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));
        return services;
    }
}

public sealed class ReportClient(HttpClient http)
{
    public Task<string> GetReportAsync(int year) => http.GetStringAsync("reports/" + year);
}
