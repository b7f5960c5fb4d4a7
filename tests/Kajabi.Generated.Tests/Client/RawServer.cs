using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kajabi.Tests.Client;

/// <summary>A server on a real socket that gives out a token and answers every other request with exactly the bytes a test writes.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private const string Token = """{"access_token":"test-token-marker","expires_in":3600}""";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Func<string, NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _accepting;

    /// <param name="answer">Gets the request's first line, and writes what it likes; then the connection is closed.</param>
    /// <param name="givesToken">Whether the token endpoint works by itself; otherwise it is asked like any other.</param>
    public RawServer(Func<string, NetworkStream, CancellationToken, Task> answer, bool givesToken = true)
    {
        _answer = givesToken
            ? (request, stream, end) => request.Contains(" /v1/oauth/token ", StringComparison.Ordinal) ? WriteAsync(stream, "200 OK", Token, "application/json") : answer(request, stream, end)
            : answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The first line of every request, in their order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>A client of this server.</summary>
    public KajabiClient Connect(Action<KajabiClientOptions>? configure = null, TimeProvider? time = null)
    {
        KajabiClientOptions options = new() { ClientId = TestKajabi.ClientId, ClientSecret = TestKajabi.ClientSecret, BaseAddress = Address };
        options.Retry.MaxAttempts = 1; // Tests about repetition ask for more.
        configure?.Invoke(options);
        return KajabiClient.Create(options, time);
    }

    public static Task WriteAsync(Stream stream, string status, string body, string mediaType = TestKajabi.MediaType) =>
        WriteAsync(stream, $"HTTP/1.1 {status}\r\nContent-Type: {mediaType}\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}", Encoding.UTF8.GetBytes(body));

    public static async Task WriteAsync(Stream stream, string head, byte[] body)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + "\r\n\r\n"));
        await stream.WriteAsync(body);
        await stream.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        while (!_end.IsCancellationRequested)
        {
            try
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                NetworkStream stream = connection.GetStream();
                string head = await ReadHeadAsync(stream);
                _requests.Enqueue(head.Split("\r\n")[0]);
                await _answer(head.Split("\r\n")[0], stream, _end.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The client has gone, which is what some tests are about.
            }
        }
    }

    /// <summary>Reads head and body, so that closing the connection does not reset it.</summary>
    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[4096];
        while (true)
        {
            int read = await stream.ReadAsync(buffer, _end.Token);
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
            string all = text.ToString();
            int end = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (read == 0 || (end >= 0 && all.Length >= end + 4 + LengthOfBody(all)))
            {
                return all;
            }
        }
    }

    private static int LengthOfBody(string head) => head.Split("\r\n")
        .Where(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(static line => int.Parse(line.AsSpan(15), System.Globalization.CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
