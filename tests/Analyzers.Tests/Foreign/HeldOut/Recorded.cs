using HeldOut.Platform;

namespace HeldOut.Recorded;

public record Remote(string Id, string Status);
public class Account { public string? RemoteId { get; set; } public string? State { get; set; } public List<string> Hosts { get; } = []; }
public interface ICloudApi { Task<Remote> CreateServerAsync(string name); Task<Remote> GetServerAsync(string id); Task AttachAsync(string id, string to); Task<Remote> CreateAccessTokenAsync(string id); }
public interface IStripeClient { Task<Remote> CreateCustomerAsync(string email); Task AttachPaymentMethodAsync(string id, string method); }
public interface IAccountRepository { Task<Account> CreateAsync(Account account); Task UpdateAsync(Account account); Task SaveAsync(Account account); }
public interface IOrderService { Task<Account> CreateOrderAsync(string number); }
public interface ICacheStore { Task SetAsync(string key, object value); }
public sealed class Db : DbContext { public DbSet<Account> Accounts { get; } = new(); }

// when what an API made is written down
public sealed class Onboarding(IStripeClient stripe, ICloudApi cloud, Db db, IEmailSender mail, IAccountRepository accounts, ILogger<Onboarding> logger)
{
    public async Task InTimeAsync(Account account, string email)
    {
        var customer = await stripe.CreateCustomerAsync(email);
        account.RemoteId = customer.Id;
        await accounts.UpdateAsync(account);
        await mail.SendAsync(email, "Welcome", "…");
    }

    public async Task LoggedAsync(Account account, string email)
    {
        var customer = await stripe.CreateCustomerAsync(email);
        logger.LogInformation("Customer {Id}", customer.Id);
        account.RemoteId = customer.Id;
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
    }

    public async Task AfterAttachingAsync(Account account, string email, string method)
    {
        var customer = await stripe.CreateCustomerAsync(email);
        await stripe.AttachPaymentMethodAsync(customer.Id, method);
        account.RemoteId = customer.Id;
        await accounts.[|SEM3004:UpdateAsync|](account);
    }

    public async Task AfterTheMailAsync(string email)
    {
        var customer = await stripe.CreateCustomerAsync(email);
        var account = new Account { RemoteId = customer.Id };
        db.Accounts.Add(account);
        await mail.SendAsync(email, "Welcome", "…");
        await db.[|SEM3004:SaveChangesAsync|]();
    }

    public async Task AfterTheLoopAsync(Account account, string[] names)
    {
        foreach (var name in names)
        {
            var server = await cloud.CreateServerAsync(name);
            account.Hosts.Add(server.Id);
        }

        await accounts.[|SEM3004:SaveAsync|](account);
    }

    public async Task InTheLoopAsync(Account account, string[] names)
    {
        foreach (var name in names)
        {
            var server = await cloud.CreateServerAsync(name);
            account.Hosts.Add(server.Id);
            await accounts.SaveAsync(account);
        }
    }

    public async Task AfterPollingAsync(Account account, string name)
    {
        var server = await cloud.CreateServerAsync(name);
        while (server.Status != "active")
        {
            await Task.Delay(1000);
            server = await cloud.GetServerAsync(server.Id);
        }

        account.RemoteId = server.Id;
        await accounts.[|SEM3004:SaveAsync|](account);
    }

    public async Task TwiceAsync(Account account, string name)
    {
        var server = await cloud.CreateServerAsync(name);
        account.RemoteId = server.Id;
        await accounts.SaveAsync(account);
        while (server.Status != "active")
        {
            await Task.Delay(1000);
            server = await cloud.GetServerAsync(server.Id);
        }

        account.State = server.Status;
        await accounts.SaveAsync(account);
    }

    public async Task TokensAsync(Account account, string id)
    {
        var token = await cloud.CreateAccessTokenAsync(id);
        await mail.SendAsync(id, "Token", "…");
        account.State = token.Status;
        await accounts.SaveAsync(account);
    }
}

// creates of one's own, in one's own database
public sealed class Local(IOrderService orders, IAccountRepository accounts, IEmailSender mail, ICacheStore cache, IBus bus)
{
    public async Task CachedAsync(string number)
    {
        var order = await orders.CreateOrderAsync(number);
        await mail.SendAsync("sales", "New order", number);
        await cache.SetAsync(number, order);
    }

    public async Task PublishedAsync(Account account)
    {
        var created = await accounts.CreateAsync(account);
        await bus.Publish(created);
        created.State = "published";
        await accounts.UpdateAsync(created);
    }
}

public static class Endpoints
{
    public static void Map(IEndpoints app) => app.MapPost("/accounts", async (IStripeClient stripe, Db db, IEmailSender mail, string email) =>
    {
        var customer = await stripe.CreateCustomerAsync(email);
        await mail.SendAsync(email, "Welcome", "…");
        db.Accounts.Add(new Account { RemoteId = customer.Id });
        await db.[|SEM3004:SaveChangesAsync|]();
    });
}
