using Microsoft.AspNetCore.Http;

namespace Semel.Testing.Http;

internal static class ReplyWriter
{
    public static async Task WriteAsync(HttpContext http, Reply reply)
    {
        if (reply.Delivery == Delivery.None)
        {
            http.Abort();
            return;
        }

        byte[] body = reply.Body();
        http.Response.StatusCode = reply.Status;
        foreach ((string name, string value) in reply.Headers) http.Response.Headers.Append(name, value);
        if (body.Length > 0)
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = body.Length;
        }

        if (body.Length == 0) return; // a flush here would let the next request come before this one is done with the connection

        int length = reply.Delivery == Delivery.Whole ? body.Length : body.Length / 2;
        await http.Response.Body.WriteAsync(body.AsMemory(0, length));
        // fewer bytes than the announced length: Kestrel closes the connection after them, where an abort could overtake them
    }
}
