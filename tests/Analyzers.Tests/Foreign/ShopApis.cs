using Refit;

namespace Shop.Sdk;

public sealed record Customer(string Id, string Email);
public sealed record NewCustomer(string Email, string? Name);
public sealed record Order(string Id, string State);
public sealed record NewOrder(string CustomerId, IReadOnlyList<string> Skus);
public sealed record OrderFilter(string? State, DateTime? From);
public sealed record Credentials(string User, string Password);
public sealed record TokenReply(string AccessToken, int ExpiresIn);
public sealed record TrackedEvent(string Name, DateTime At);

[Headers("Accept: application/json", "User-Agent: shop-sdk/3.2")]
public interface ICustomersApi
{
    [Get("/customers/{id}")]
    Task<Customer> GetCustomerAsync(string id, CancellationToken cancellationToken = default);

    [Post("/customers")]
    Task<Customer> [|SEM3002:CreateCustomerAsync|]([Body] NewCustomer customer, CancellationToken cancellationToken = default);

    [Put("/customers/{id}")]
    Task<Customer> UpdateCustomerAsync(string id, [Body] NewCustomer customer);

    [Post("/customers/{id}/password-reset")]
    Task ResetPasswordAsync(string id);

    [Post("/customers/import:batch")]
    Task CreateCustomersBatchAsync([Body] IReadOnlyList<NewCustomer> customers);
}

public interface IOrdersApi
{
    [Get("/orders/{id}")]
    Task<Order> GetAsync(string id);

    [Post("/orders")]
    Task<ApiResponse<Order>> [|SEM3002:CreateAsync|]([Body] NewOrder order);

    [Post("/orders")]
    Task<Order> CreateOnceAsync([Body] NewOrder order, [Header("Idempotency-Key")] string idempotencyKey);

    [Post("/orders/search")]
    Task<Order[]> SearchAsync([Body] OrderFilter filter);

    [Post("/orders/{id}/cancel")]
    Task<Order> CancelAsync(string id);

    [Post("/orders/{id}/notes")]
    Task<string> [|SEM3002:AddNoteAsync|](string id, [Body] string text);
}

public interface IAuthApi
{
    [Post("/oauth/token")]
    Task<TokenReply> CreateTokenAsync([Body] Credentials credentials);

    [Post("/login")]
    Task<TokenReply> LoginAsync([Body] Credentials credentials);

    [Post("/auth/register")]
    Task<TokenReply> RegisterAsync([Body] Credentials credentials);
}

public interface ITrackingApi
{
    [Post("/track")]
    Task AddEventAsync([Body] TrackedEvent tracked);

    [Post("/graphql")]
    Task<string> QueryAsync([Body] string query);
}
