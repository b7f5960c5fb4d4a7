using System.Net.Sockets;
using System.Text;

namespace Kajabi.AspNetCore.Tests;

/// <summary>Sends raw bytes, for requests that an HTTP client cannot send.</summary>
internal static class RawHttp
{
    /// <summary>Sends a POST to the webhook endpoint.</summary>
    /// <returns>The status code of the response; 0 if the connection was closed without one.</returns>
    public static Task<int> PostAsync(WebhookHost host, string headers, byte[] body, bool endsEarly = false) =>
        SendAsync(host, [.. Encoding.Latin1.GetBytes(Head(host, headers)), .. body], endsEarly);

    /// <param name="host">The host.</param>
    /// <param name="request">The bytes of the request.</param>
    /// <param name="endsEarly">Whether to close the sending side after the bytes, which the server treats as an abort.</param>
    public static async Task<int> SendAsync(WebhookHost host, byte[] request, bool endsEarly = false)
    {
        using TcpClient client = new(host.Origin.Host, host.Origin.Port);
        NetworkStream stream = client.GetStream();
        using MemoryStream response = new();
        try
        {
            await stream.WriteAsync(request);
            if (endsEarly)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }

            await stream.CopyToAsync(response).WaitAsync(TimeSpan.FromMinutes(1));
        }
        catch (IOException)
        {
            // The server closes the connection after an invalid request; the response may have been received before.
        }

        // Skip interim responses such as 100 Continue.
        string[] lines = Encoding.Latin1.GetString(response.ToArray()).Split("\r\n");
        string[] statusLines =
        [
            .. lines
                .Where(static line => line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
                .Where(static line => !line.StartsWith("HTTP/1.1 1", StringComparison.Ordinal)),
        ];
        return statusLines is [.., { } last] ? int.Parse(last.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    private static string Head(WebhookHost host, string headers) =>
        $"POST {host.Address.PathAndQuery} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n";
}
