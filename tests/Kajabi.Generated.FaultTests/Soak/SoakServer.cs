using System.Globalization;
using Kajabi.Tests.Server;

namespace Kajabi.Tests.Soak;

/// <summary>Fails at random, but at most twice for each call, which retries must handle.</summary>
/// <param name="seed">The seed of the random faults.</param>
/// <param name="calls">The number of calls; each sends its number in a header, starting at 0.</param>
internal sealed class SoakServer(int seed, int calls)
{
    public const string CallHeader = "X-Soak-Call";

    private const int MaxFaultsPerCall = 2;
    private const double FaultProbability = 0.08;

    private const int RequestsPerToken = 500;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _validTokens = [];
    private readonly HashSet<int> _rejectedCalls = [];
    private readonly Random _random = new(seed);
    private readonly int[] _faultsOfCall = new int[calls];
    private readonly int[] _writesOfCall = new int[calls];
    private int _faults;
    private int _token;
    private int _requests;
    private int _duplicateWrites;

    public int Faults => _faults;

    public int DuplicateWrites => _duplicateWrites;

    public Task IssueTokenAsync(HttpExchange exchange)
    {
        lock (_gate)
        {
            string token = TestSecrets.Token(++_token);
            _validTokens.Add(token);
            return Responses.Token(token: token)(exchange);
        }
    }

    public Task RespondAsync(HttpExchange exchange)
    {
        int call = int.Parse(exchange.Request.Header(CallHeader)!, CultureInfo.InvariantCulture);
        if (!IsAuthorized(exchange, call))
        {
            return Responses.Status(401)(exchange);
        }

        (double chance, int kind) = Draw();
        return chance < FaultProbability && Interlocked.Increment(ref _faultsOfCall[call]) <= MaxFaultsPerCall
            ? Fail(exchange, kind, call)
            : Succeed(exchange, call);
    }

    /// <summary>
    /// Revokes all tokens from time to time, like a key rotation, but not while a rejected call has not been retried: on a
    /// busy machine a call can be delayed for longer than the lifetime of a token, and the SDK does not guarantee that a call
    /// survives any number of rotations.
    /// </summary>
    private bool IsAuthorized(HttpExchange exchange, int call)
    {
        lock (_gate)
        {
            if (++_requests >= RequestsPerToken && _rejectedCalls.Count == 0)
            {
                _requests = 0;
                _validTokens.Clear();
            }

            bool isAuthorized = _validTokens.Any(token => exchange.Request.Authorization == $"Bearer {token}");
            _ = isAuthorized ? _rejectedCalls.Remove(call) : _rejectedCalls.Add(call);
            return isAuthorized;
        }
    }

    private Task Fail(HttpExchange exchange, int kind, int call)
    {
        Interlocked.Increment(ref _faults);
        switch (kind)
        {
            case 0:
                return Responses.Status(429, "", "Retry-After: 1")(exchange);
            case 1:
                return Responses.Status(503)(exchange);
            case 2:
                return Responses.Status(500, TestDocuments.Html, "Content-Type: text/html")(exchange);
            case 3:
                ProcessWrite(exchange, call);
                return Responses.Reset(exchange);
            default:
                ProcessWrite(exchange, call);
                return Responses.Raw(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n" + TestDocuments.Contact
                )(exchange);
        }
    }

    private Task Succeed(HttpExchange exchange, int call)
    {
        ProcessWrite(exchange, call);
        return (
            exchange.Request switch
            {
                { Method: "GET", Path: "/v1/contacts" } => Responses.Ok(TestDocuments.Page([1, 2, 3], string.Empty)),
                { Path: var path } when path.EndsWith("/tags", StringComparison.Ordinal) => Responses.Raw(
                    "HTTP/1.1 204 No Content\r\n\r\n"
                ),
                _ => Responses.Ok(TestDocuments.Contact),
            }
        )(exchange);
    }

    private void ProcessWrite(HttpExchange exchange, int call)
    {
        if (exchange.Request.Method != "GET" && Interlocked.Increment(ref _writesOfCall[call]) > 1)
        {
            Interlocked.Increment(ref _duplicateWrites);
        }
    }

    private (double Chance, int Kind) Draw()
    {
        lock (_random)
        {
            return (_random.NextDouble(), _random.Next(5));
        }
    }
}
