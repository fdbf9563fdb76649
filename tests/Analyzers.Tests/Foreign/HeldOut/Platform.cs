// What the files of this folder use of frameworks that are not referenced here: shapes alone.
namespace HeldOut.Platform;

public interface IActionResult;
public sealed record Result(int Status) : IActionResult;
public abstract class Controller
{
    protected IActionResult View(object? model = null) => new Result(200);
    protected IActionResult RedirectToAction(string action) => new Result(302);
    protected IActionResult BadRequest(string text) => new Result(400);
    protected IActionResult Ok(object? value = null) => new Result(200);
    protected IActionResult CreatedAtAction(string action, object? value) => new Result(201);
}
[AttributeUsage(AttributeTargets.Method)] public sealed class HttpPostAttribute(string template = "") : Attribute { public string Template => template; }
[AttributeUsage(AttributeTargets.Method)] public sealed class FunctionAttribute(string name) : Attribute { public string Name => name; }
[AttributeUsage(AttributeTargets.Method)] public sealed class FactAttribute : Attribute;
public interface ILogger<T> { void LogInformation(string text, params object?[] values); void LogError(Exception e, string text, params object?[] values); }
public interface IRequest<T>;
public interface IMediator { Task<T> Send<T>(IRequest<T> request, CancellationToken token = default); Task Publish(object notification, CancellationToken token = default); }
public interface IBus { Task Publish<T>(T message, CancellationToken token = default); Task Send<T>(T message, CancellationToken token = default); }
public interface IHubConnection { Task SendAsync(string methodName, object? arg, CancellationToken token = default); Task<T> InvokeAsync<T>(string methodName, object? arg, CancellationToken token = default); }
public class DbSet<T> { public void Add(T entity) { } public Task<T?> FindAsync(object id) => null!; public IQueryable<T> Where(System.Linq.Expressions.Expression<Func<T, bool>> filter) => null!; public Task<bool> AnyAsync(Func<T, bool> filter) => null!; }
public abstract class DbContext { public Task<int> SaveChangesAsync(CancellationToken token = default) => null!; }
public sealed class WebApplicationFactory<T> { public HttpClient CreateClient() => null!; }
public interface IClassFixture<T>;
public interface IEndpoints { void MapPost(string pattern, Delegate handler); void MapGet(string pattern, Delegate handler); }
public interface IEmailSender { Task SendAsync(string to, string subject, string body); }
