using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kajabi.Tests.Http;

/// <summary>An HTTP server on a real socket that records each request and returns the same response.</summary>
internal sealed class LoopbackServer : IDisposable
{
    public const string Contact =
        "200 OK\r\nContent-Type: application/vnd.api+json\r\nContent-Length: 44\r\n\r\n"
        + "{ \"data\": { \"id\":\"7\", \"type\": \"contacts\" } } ";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Func<string, string> _respond;
    private readonly Task _accepting;

    /// <param name="respond">Returns the status, headers and body for the head of a request; a contact when null.</param>
    public LoopbackServer(Func<string, string>? respond = null)
    {
        _respond = respond ?? (static _ => Contact);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>The heads and bodies of the requests.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static KajabiClientOptions Options(LoopbackServer server) => new() { AccessToken = "t", BaseAddress = server.Address };

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using TcpClient client = connection;
        NetworkStream stream = client.GetStream();
        StringBuilder received = new();
        byte[] buffer = new byte[8192];
        try
        {
            while (await stream.ReadAsync(buffer) is var read and > 0)
            {
                string text = received.Append(Encoding.Latin1.GetString(buffer, 0, read)).ToString();
                int head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                if (head < 0 || text.Length < head + 4 + LengthIn(text[..head]))
                {
                    continue;
                }

                _requests.Enqueue(text);
                received.Clear();
                await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {_respond(text)}"));
            }
        }
        catch (IOException)
        {
            // The client closed the connection.
        }
    }

    private static int LengthIn(string head) =>
        head.Split("\r\n")
            .Where(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(static line => int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture))
            .FirstOrDefault();
}
