using System.Text;
using System.Text.Json;
using HeldOut.Platform;

namespace HeldOut.WebApps;

public record Product(int Id, string Name);
public record CreateProductDto(string Name, decimal Price);
public record Student(string Name);

// a site in front of an API of its own: actions that post what the form holds
public sealed class ProductController(IHttpClientFactory clients) : Controller
{
    public IActionResult CreateProduct() => View();

    [HttpPost]
    public async Task<IActionResult> [|SEM3002:CreateProduct|](CreateProductDto dto)
    {
        var client = clients.CreateClient("api");
        var json = JsonSerializer.Serialize(dto);
        var content = new StringContent(json, Encoding.UTF8, "application/json");
        var response = await client.PostAsync("https://localhost:7070/api/Products", content);
        if (response.IsSuccessStatusCode)
        {
            return RedirectToAction("Index");
        }

        return View(dto);
    }

    [HttpPost]
    public async Task<IActionResult> UpdateProduct(Product product)
    {
        var client = clients.CreateClient("api");
        var response = await client.PutAsync("https://localhost:7070/api/Products", new StringContent(JsonSerializer.Serialize(product), Encoding.UTF8, "application/json"));
        return response.IsSuccessStatusCode ? RedirectToAction("Index") : View(product);
    }

    [HttpPost]
    public async Task<IActionResult> SendMessage(string text)
    {
        var response = await clients.CreateClient("api").PostAsJsonAsync("https://localhost:7070/api/Messages", new { text });
        return response.IsSuccessStatusCode ? RedirectToAction("Index") : View();
    }
}

// a browser application's services
public sealed class StudentService(HttpClient httpClient)
{
    public async Task [|SEM3002:AddStudentAsync|](Student student)
    {
        await httpClient.PostAsJsonAsync("api/Student", student);
    }

    public async Task<List<Student>> GetStudentsBelow50Async() => (await httpClient.GetFromJsonAsync<List<Student>>("api/Student/below50"))!;

    public async Task AddStudentToCourseAsync(int student, int course) => await httpClient.PostAsJsonAsync($"api/Course/{course}/students", new { student });
}

public sealed class AuthService(HttpClient http)
{
    public async Task<string?> Login(object model)
    {
        var result = await http.PostAsJsonAsync("api/account/login", model);
        return await result.Content.ReadAsStringAsync();
    }

    public async Task<bool> Register(object model)
    {
        var result = await http.PostAsJsonAsync("api/account/register", model);
        return result.IsSuccessStatusCode;
    }

    public async Task ForgotPasswordAsync(string email) => await http.PostAsJsonAsync("forgot-password", new { email });
}

public sealed class BasketService(HttpClient http)
{
    public async Task AddItemToBasketAsync(int productId, int quantity) => await http.PostAsJsonAsync("api/basket/items", new { productId, quantity });

    public async Task CheckoutAsync() => await http.PostAsync("api/basket/checkout", new ByteArrayContent([]));
}

public sealed class BlogClient(HttpClient http)
{
    public async Task<Product[]> GetPostsAsync() => (await http.GetFromJsonAsync<Product[]>("posts"))!;

    public async Task<Product> [|SEM3002:CreatePostAsync|](string title, string body)
    {
        var response = await http.PostAsJsonAsync("posts", new { title, body });
        return (await response.Content.ReadFromJsonAsync<Product>())!;
    }

    public async Task LikePostAsync(int id) => await http.PostAsync($"posts/{id}/likes", new ByteArrayContent([]));

    public async Task [|SEM3002:AddCommentAsync|](int id, string text) => await http.PostAsJsonAsync($"posts/{id}/comments", new { text });
}

// an editor that saves what it shows: new or not
public sealed class CustomerEditor(HttpClient http)
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public async Task SaveAsync()
    {
        if (Id == 0) await http.PostAsJsonAsync("customers", new { Name });
        else await http.PutAsJsonAsync($"customers/{Id}", new { Name });
    }
}

// what endpoints of one's own look like: they receive POSTs
public record Order(int Id, string Number) { public string? Mail { get; init; } }
public record CreateOrderCommand(string Number) : IRequest<Order>;
public sealed class ShopContext : DbContext { public DbSet<Order> Orders { get; } = new(); }

public sealed class OrdersController(IMediator mediator, ShopContext db) : Controller
{
    [HttpPost]
    public async Task<IActionResult> CreateOrder(CreateOrderCommand command)
    {
        var order = await mediator.Send(command);
        return CreatedAtAction("Get", order);
    }

    [HttpPost("import")]
    public async Task<IActionResult> PostOrder(string number)
    {
        var order = new Order(0, number);
        db.Orders.Add(order);
        await db.SaveChangesAsync();
        return CreatedAtAction("Get", order);
    }
}

public static class OrderEndpoints
{
    public static void MapOrderEndpoints(this IEndpoints app)
    {
        app.MapPost("/orders", CreateOrderAsync);
        app.MapPost("/orders/search", async (ShopContext db, string term) => await db.Orders.FindAsync(term));
        app.MapPost("/sign-in", (Func<string, Task<int>>)(async name => { await Task.Yield(); return name.Length; }));
    }

    private static async Task<IActionResult> CreateOrderAsync(ShopContext db, IEmailSender mail, CreateOrderCommand command)
    {
        var order = new Order(0, command.Number);
        db.Orders.Add(order);
        await db.SaveChangesAsync();
        await mail.SendAsync("sales", "New order", order.Number);
        return new Result(201);
    }
}

public sealed class CreateOrderHandler(ShopContext db, IMediator mediator, IEmailSender mail)
{
    public async Task<Order> Handle(CreateOrderCommand command, CancellationToken token)
    {
        var order = new Order(0, command.Number);
        db.Orders.Add(order);
        await mediator.Publish(new { order.Number }, token);
        await mail.SendAsync("sales", "New order", order.Number);
        await db.SaveChangesAsync(token);
        return order;
    }
}
