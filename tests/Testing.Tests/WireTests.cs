using System.Net;
using System.Net.Sockets;
using System.Text;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>What a socket sees, below HttpClient.</summary>
public sealed class WireTests : CloudTest
{
    [Fact]
    public async Task LostRequest_IsAReset_WithoutAByte()
    {
        Server.Faults.On("POST", "/v1/tags").LoseRequest();
        Assert.Equal(("", true), await PostAsync());
        Assert.Empty(Server.Applied);
    }

    [Fact]
    public async Task LostReply_IsAReset_WithoutAByte()
    {
        Server.Faults.On("POST", "/v1/tags").LoseReply();
        Assert.Equal(("", true), await PostAsync());
        Assert.Single(Server.Applied);
    }

    [Fact]
    public async Task TruncatedReply_EndsInTheMiddleOfItsBody()
    {
        Server.Faults.On("POST", "/v1/tags").TruncateReply();
        (string text, bool reset) = await PostAsync();
        string[] parts = text.Split("\r\n\r\n");
        string length = parts[0].Split("\r\n").Single(line => line.StartsWith("Content-Length: ")).Split(' ')[1];
        Assert.StartsWith("HTTP/1.1 201 ", parts[0]);
        Assert.Equal(int.Parse(length) / 2, parts[1].Length);
        Assert.False(reset);
    }

    [Fact]
    public async Task WholeReply_IsNeitherResetNorShort()
    {
        (string text, bool reset) = await PostAsync();
        Assert.StartsWith("HTTP/1.1 201 ", text);
        Assert.EndsWith("}", text);
        Assert.False(reset);
    }

    private async Task<(string Text, bool Reset)> PostAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Server.BaseAddress.Port);
        string body = Bodies.Tag();
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/tags HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        var received = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            for (int count; (count = await socket.ReceiveAsync(buffer)) > 0;) received.Append(Encoding.ASCII.GetString(buffer, 0, count));
            return (received.ToString(), false);
        }
        catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
        {
            return (received.ToString(), true);
        }
    }
}
