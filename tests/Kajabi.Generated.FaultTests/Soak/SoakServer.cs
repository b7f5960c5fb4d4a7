using System.Globalization;
using Kajabi.Tests.Server;

namespace Kajabi.Tests.Soak;

/// <summary>Fails at random, but no call more than twice in a row, which is what retries are to cope with.</summary>
/// <param name="seed">Of the randomness.</param>
/// <param name="calls">How many calls will come; each names its number, from 0.</param>
internal sealed class SoakServer(int seed, int calls)
{
    public const string CallHeader = "X-Soak-Call";

    private const int MostFaults = 2;
    private const double FaultShare = 0.08;

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
    private int _twice;

    public int Faults => _faults;

    public int CarriedOutTwice => _twice;

    public Task GiveTokenAsync(Exchange exchange)
    {
        lock (_gate)
        {
            string token = Secrets.Token(++_token);
            _validTokens.Add(token);
            return Answers.Token(token: token)(exchange);
        }
    }

    public Task AnswerAsync(Exchange exchange)
    {
        int call = int.Parse(exchange.Request.Header(CallHeader)!, CultureInfo.InvariantCulture);
        if (!IsAuthorized(exchange, call))
        {
            return Answers.Status(401)(exchange);
        }

        (double chance, int kind) = Draw();
        return chance < FaultShare && Interlocked.Increment(ref _faultsOfCall[call]) <= MostFaults
            ? Fail(exchange, kind, call)
            : Succeed(exchange, call);
    }

    /// <summary>
    /// Revokes every token from time to time, as when a key is rotated, but not while a call that was rejected has yet to
    /// come back: on a busy machine a call can wait longer for its turn than a token lives, and the SDK does not promise
    /// that a call outlasts any number of rotations.
    /// </summary>
    private bool IsAuthorized(Exchange exchange, int call)
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

    private Task Fail(Exchange exchange, int kind, int call)
    {
        Interlocked.Increment(ref _faults);
        switch (kind)
        {
            case 0:
                return Answers.Status(429, "", "Retry-After: 1")(exchange);
            case 1:
                return Answers.Status(503)(exchange);
            case 2:
                return Answers.Status(500, Documents.Html, "Content-Type: text/html")(exchange);
            case 3:
                CarryOut(exchange, call);
                return Answers.Reset(exchange);
            default:
                CarryOut(exchange, call);
                return Answers.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n" + Documents.Contact)(
                    exchange
                );
        }
    }

    private Task Succeed(Exchange exchange, int call)
    {
        CarryOut(exchange, call);
        return (
            exchange.Request switch
            {
                { Method: "GET", Path: "/v1/contacts" } => Answers.Ok(Documents.Page([1, 2, 3], string.Empty)),
                { Path: var path } when path.EndsWith("/tags", StringComparison.Ordinal) => Answers.Raw("HTTP/1.1 204 No Content\r\n\r\n"),
                _ => Answers.Ok(Documents.Contact),
            }
        )(exchange);
    }

    private void CarryOut(Exchange exchange, int call)
    {
        if (exchange.Request.Method != "GET" && Interlocked.Increment(ref _writesOfCall[call]) > 1)
        {
            Interlocked.Increment(ref _twice);
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
