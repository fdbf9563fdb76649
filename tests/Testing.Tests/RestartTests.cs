using System.Net;
using System.Net.Sockets;
using System.Text;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

public sealed class RestartTests : CloudTest
{
    /// <summary>A restart that drops nothing would leave a client waiting for ever; milliseconds.</summary>
    private const int HangGuard = 60_000;

    [Fact(Timeout = HangGuard)]
    public async Task Restart_LosesWhatWaits_AndDoesNotApplyIt()
    {
        Fault hold = Server.Faults.On("POST", "/v1/servers").Hold();
        Task<Answer> waiting = Http.CreateAsync(CloudKind.Servers, Bodies.Server());
        await hold.Hit;
        Server.Restart();
        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        hold.Release();
        using HttpClient http = Server.CreateClient();
        await http.CreateAsync(CloudKind.Tags, Bodies.Tag());
        Assert.Equal(CloudKind.Tags, Assert.Single(Server.Applied).Kind);
    }

    [Fact]
    public async Task Restart_KeepsResources_AndTheAddress()
    {
        string id = await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        Uri address = Server.BaseAddress;
        Server.Restart();
        using HttpClient http = Server.CreateClient();
        Assert.Equal((200, address), ((await http.ReadAsync($"/v1/servers/{id}")).Status, Server.BaseAddress));
        Fault hold = Server.Faults.On("GET", "/v1/tags").Hold();
        Task<Answer> held = http.ReadAsync("/v1/tags");
        await hold.Hit;
        hold.Release();
        Assert.Equal(200, (await held).Status);
    }

    [Fact(Timeout = HangGuard)]
    public async Task Restart_DropsAConnectionThatIsIdle()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Server.BaseAddress.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes("GET /v1/tags HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        var buffer = new byte[4096];
        Assert.StartsWith("HTTP/1.1 200 ", Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer)));

        Task<bool> dropped = DroppedAsync(socket, buffer);
        Assert.False(dropped.IsCompleted);
        Server.Restart();
        Assert.True(await dropped);
    }

    private static async Task<bool> DroppedAsync(Socket socket, byte[] buffer)
    {
        try
        {
            return await socket.ReceiveAsync(buffer) == 0;
        }
        catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
        {
            return true;
        }
    }
}
