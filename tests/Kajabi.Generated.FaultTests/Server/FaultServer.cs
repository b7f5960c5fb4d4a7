using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Kajabi.Tests.Server;

/// <summary>
/// A server on a real loopback socket that answers with exactly the bytes that a test scripts, the token endpoint by a
/// script of its own.
/// </summary>
internal sealed class FaultServer : IAsyncDisposable
{
    public const string TokenPath = "/v1/oauth/token";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2? _certificate;
    private readonly Arrivals _requests = new();
    private readonly Arrivals _tokenRequests = new();
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly Task _accepting;
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Script _answers = new(Answers.Status(404));
    private Script _tokens = new(Answers.Token());

    /// <param name="certificate">What it shows under TLS; plain HTTP without one.</param>
    public FaultServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start(backlog: 2048);
        Address = new($"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Whether requests are kept to be looked at; a long run has no room for them.</summary>
    public bool KeepsRequests { get; init; } = true;

    /// <summary>The requests to anything but the token endpoint, in their order.</summary>
    public IReadOnlyList<FaultRequest> Requests => _requests.All;

    public IReadOnlyList<FaultRequest> TokenRequestCount => _tokenRequests.All;

    /// <summary>How many connections are open now.</summary>
    public int OpenConnections => _open.Count;

    /// <summary>Scripts the answers: the first for the first request from now on, and the last for all that follow.</summary>
    public void Answer(params Reply[] replies) => _answers = new Script(replies);

    /// <summary>Scripts the answers of the token endpoint; unasked it gives a new token each time.</summary>
    public void AnswerToken(params Reply[] replies) => _tokens = new Script(replies);

    /// <summary>Completes when so many requests have arrived, the token endpoint aside.</summary>
    public Task ArrivedAsync(int count) => _requests.ReachedAsync(count);

    /// <summary>Completes when so many token requests have arrived.</summary>
    public Task TokenArrivedAsync(int count) => _tokenRequests.ReachedAsync(count);

    /// <summary>Completes when somebody has connected, before anything was asked.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Completes when no connection is open.</summary>
    public async Task AllClosedAsync()
    {
        while (OpenConnections > 0)
        {
            await Task.Yield();
        }
    }

    /// <summary>Refuses connections from now on.</summary>
    public void StopListening() => _listener.Stop();

    public async ValueTask DisposeAsync()
    {
        // A test may have ended it before, so that nothing listens any more.
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        ConcurrentDictionary<Task, bool> connections = new();
        while (!_end.IsCancellationRequested)
        {
            try
            {
                Task serving = ServeAsync(await _listener.AcceptSocketAsync(_end.Token));
                connections[serving] = true;
                _ = serving.ContinueWith(done => connections.TryRemove(done, out _), TaskContinuationOptions.OnlyOnRanToCompletion);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The test is over, or wants nobody to listen any more.
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
            RequestReader reader = new(stream, _end.Token);
            bool goesOn = true;
            while (goesOn && await reader.ReadAsync() is { } request)
            {
                Exchange exchange = new(request, stream, socket, _end.Token);
                bool isForToken = request.Path == TokenPath;
                Reply reply = isForToken ? _tokens.Next() : _answers.Next();
                if (KeepsRequests)
                {
                    (isForToken ? _tokenRequests : _requests).Add(request);
                }

                await reply(exchange);
                goesOn = exchange.IsKeptAlive;
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
            // The client has gone or the script has cut the connection, which is what many tests are about.
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
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
        return secure;
    }
}
