using HeldOut.Platform;

namespace Shop.IntegrationTests
{
    // helpers of tests: what they make twice is theirs
    public sealed class OrdersDriver(HttpClient client)
    {
        public async Task<int> CreateOrderAsync(string number)
        {
            var response = await client.PostAsJsonAsync("/api/orders", new { number });
            return await response.Content.ReadFromJsonAsync<int>();
        }
    }
}

namespace HeldOut.Testing
{
    public sealed class OrdersApiTests(WebApplicationFactory<OrdersApiTests> factory) : IClassFixture<WebApplicationFactory<OrdersApiTests>>
    {
        private readonly HttpClient _client = factory.CreateClient();

        [Fact]
        public async Task CreateOrder_ReturnsCreated()
        {
            var response = await _client.PostAsJsonAsync("/api/orders", new { number = "1" });
            if (response.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException();
        }

        [Fact]
        public async Task CreateOrder_Twice_IsAConflict()
        {
            await CreateAsync("1");
            var second = await CreateAsync("1");
            if (second.StatusCode != HttpStatusCode.Conflict) throw new InvalidOperationException();
        }

        private Task<HttpResponseMessage> CreateAsync(string number) => _client.PostAsJsonAsync("/api/orders", new { number });
    }

    public sealed class FakeOrdersClient(HttpClient client)
    {
        public Task<HttpResponseMessage> CreateOrderAsync(string number) => client.PostAsJsonAsync("/api/orders", new { number });
    }
}
