using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Kajabi.Tests.Server;

/// <summary>
/// A server on a loopback socket that sends exactly the scripted bytes. The token endpoint has its own script.
/// </summary>
internal sealed class FaultServer : IAsyncDisposable
{
    public const string TokenPath = "/v1/oauth/token";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly X509Certificate2? _certificate;
    private readonly RequestLog _requests = new();
    private readonly RequestLog _tokenRequests = new();
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly Task _accepting;
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ResponseScript _responses = new(Responses.Status(404));
    private ResponseScript _tokenResponses = new(Responses.Token());

    /// <param name="certificate">The certificate for TLS; plain HTTP if null.</param>
    public FaultServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start(backlog: 2048);
        Address = new($"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Whether requests are recorded; disabled for long runs to save memory.</summary>
    public bool RecordsRequests { get; init; } = true;

    /// <summary>The requests in order, without token requests.</summary>
    public IReadOnlyList<FaultRequest> Requests => _requests.All;

    public IReadOnlyList<FaultRequest> TokenRequests => _tokenRequests.All;

    /// <summary>The number of open connections.</summary>
    public int OpenConnections => _open.Count;

    /// <summary>Sets the responses: one for each request from now on, the last one for all further requests.</summary>
    public void Respond(params ResponseWriter[] responses) => _responses = new ResponseScript(responses);

    /// <summary>Sets the responses of the token endpoint. Default: a new token for each request.</summary>
    public void RespondToTokenRequests(params ResponseWriter[] responses) => _tokenResponses = new ResponseScript(responses);

    /// <summary>Completes when this number of requests was received, without token requests.</summary>
    public Task WaitForRequestsAsync(int count) => _requests.WaitForCountAsync(count);

    /// <summary>Completes when this number of token requests was received.</summary>
    public Task WaitForTokenRequestsAsync(int count) => _tokenRequests.WaitForCountAsync(count);

    /// <summary>Completes when the first connection was accepted.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Completes when no connection is open.</summary>
    public async Task WaitForClosedConnectionsAsync()
    {
        while (OpenConnections > 0)
        {
            await Task.Yield();
        }
    }

    /// <summary>Stops accepting connections.</summary>
    public void StopListening() => _listener.Stop();

    public async ValueTask DisposeAsync()
    {
        // May have been stopped by the test already.
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        ConcurrentDictionary<Task, bool> connections = new();
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Task serving = ServeAsync(await _listener.AcceptSocketAsync(_stopping.Token));
                connections[serving] = true;
                _ = serving.ContinueWith(done => connections.TryRemove(done, out _), TaskContinuationOptions.OnlyOnRanToCompletion);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The server was disposed, or the test stopped the listener.
                break;
            }
        }

        await Task.WhenAll(connections.Keys);
    }

    private async Task ServeAsync(Socket socket)
    {
        _open[socket] = true;
        _connected.TrySetResult();
        try
        {
            await using NetworkStream network = new(socket, ownsSocket: true);
            await using Stream stream = await SecureAsync(network);
            RequestReader reader = new(stream, _stopping.Token);
            bool isKeptAlive = true;
            while (isKeptAlive && await reader.ReadAsync() is { } request)
            {
                HttpExchange exchange = new(request, stream, socket, _stopping.Token);
                bool isForToken = request.Path == TokenPath;
                ResponseWriter response = isForToken ? _tokenResponses.Next() : _responses.Next();
                if (RecordsRequests)
                {
                    (isForToken ? _tokenRequests : _requests).Add(request);
                }

                await response(exchange);
                isKeptAlive = exchange.IsKeptAlive;
            }
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or SocketException
                        or OperationCanceledException
                        or AuthenticationException
                        or ObjectDisposedException
            )
        {
            // The client or the scripted response closed the connection, which many tests do.
        }
        finally
        {
            _open.TryRemove(socket, out _);
        }
    }

    private async Task<Stream> SecureAsync(NetworkStream network)
    {
        if (_certificate is null)
        {
            return network;
        }

        SslStream secure = new(network);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stopping.Token);
        return secure;
    }
}
