using System.Globalization;
using System.Text;

namespace Kajabi.Tests.Server;

/// <summary>The replies that tests script, from ordinary ones to none at all.</summary>
internal static class Answers
{
    public const string MediaType = "application/vnd.api+json";

    /// <summary>A complete answer with JSON:API in it.</summary>
    public static Reply Ok(string body, params string[] headers) => Status(200, body, headers);

    /// <summary>A complete answer of any status; without a body it says Content-Length 0.</summary>
    public static Reply Status(int status, string body = "", params string[] headers) =>
        Bytes(status, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>A complete answer with any bytes. A header of the same name replaces the usual content type.</summary>
    public static Reply Bytes(int status, byte[] body, params string[] headers) =>
        async exchange =>
        {
            IEnumerable<string> type = headers.Any(static header => header.StartsWith("Content-Type", StringComparison.OrdinalIgnoreCase))
                ? []
                : [$"Content-Type: {MediaType}"];
            string head = string.Join("\r\n", [$"HTTP/1.1 {status} Scripted", .. type, .. headers, $"Content-Length: {body.Length}"]);
            await exchange.WriteAsync([.. Encoding.Latin1.GetBytes(head + "\r\n\r\n"), .. body]);
            exchange.IsKeptAlive = true;
        };

    /// <summary>Exactly these characters, one byte each, and then the end of the connection.</summary>
    public static Reply Raw(string text) => exchange => exchange.WriteAsync(text);

    /// <summary>Head and body as they stand, and then the end of the connection.</summary>
    public static Reply Raw(string head, byte[] body) =>
        async exchange =>
        {
            await exchange.WriteAsync(head + "\r\n\r\n");
            await exchange.WriteAsync(body);
        };

    /// <summary>One answer after another to the same request.</summary>
    public static Reply Both(Reply first, Reply second) =>
        async exchange =>
        {
            await first(exchange);
            await second(exchange);
        };

    /// <summary>A token, a new one each time.</summary>
    public static Reply Token(string expiresIn = "3600", string? token = null)
    {
        int given = 0;
        return exchange =>
        {
            string value = token ?? Secrets.Token(Interlocked.Increment(ref given));
            string body = string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"access_token":"{{value}}","refresh_token":"{{Secrets.RefreshToken}}","token_type":"Bearer","expires_in":{{expiresIn}}}"""
            );
            return Status(200, body, "Content-Type: application/json")(exchange);
        };
    }

    /// <summary>The connection is reset once the request was read.</summary>
    public static Reply Reset { get; } =
        static exchange =>
        {
            exchange.Reset();
            return Task.CompletedTask;
        };

    /// <summary>The connection is closed once the request was read.</summary>
    public static Reply Close { get; } = static _ => Task.CompletedTask;

    /// <summary>Nothing, for as long as the test lasts.</summary>
    public static Reply Silence { get; } = static exchange => Task.Delay(Timeout.InfiniteTimeSpan, exchange.End);

    /// <summary>A byte each second of the test's clock, for ever.</summary>
    public static Reply Drip(TimeProvider time) =>
        async exchange =>
        {
            await exchange.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: {MediaType}\r\nContent-Length: 1000000\r\n\r\n");
            while (true)
            {
                await exchange.WriteAsync(" ");
                await Task.Delay(TimeSpan.FromSeconds(1), time, exchange.End);
            }
        };

    /// <summary>The request is held until the test lets it go.</summary>
    public static Reply After(Task signal, Reply reply) =>
        async exchange =>
        {
            await signal.WaitAsync(exchange.End);
            await reply(exchange);
        };
}
