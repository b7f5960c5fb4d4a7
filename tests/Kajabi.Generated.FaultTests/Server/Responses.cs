using System.Globalization;
using System.Text;

namespace Kajabi.Tests.Server;

/// <summary>Responses for tests to script, from ordinary ones to no response at all.</summary>
internal static class Responses
{
    public const string MediaType = "application/vnd.api+json";

    /// <summary>A complete JSON:API response with status code 200.</summary>
    public static ResponseWriter Ok(string body, params string[] headers) => Status(200, body, headers);

    /// <summary>A complete response with a status code; Content-Length is 0 without a body.</summary>
    public static ResponseWriter Status(int status, string body = "", params string[] headers) =>
        Bytes(status, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>A complete response with any bytes. A Content-Type header replaces the default one.</summary>
    public static ResponseWriter Bytes(int status, byte[] body, params string[] headers) =>
        async exchange =>
        {
            IEnumerable<string> type = headers.Any(static header => header.StartsWith("Content-Type", StringComparison.OrdinalIgnoreCase))
                ? []
                : [$"Content-Type: {MediaType}"];
            string head = string.Join("\r\n", [$"HTTP/1.1 {status} Scripted", .. type, .. headers, $"Content-Length: {body.Length}"]);
            await exchange.WriteAsync([.. Encoding.Latin1.GetBytes(head + "\r\n\r\n"), .. body]);
            exchange.IsKeptAlive = true;
        };

    /// <summary>Exactly these characters as Latin-1; then the connection is closed.</summary>
    public static ResponseWriter Raw(string text) => exchange => exchange.WriteAsync(text);

    /// <summary>Exactly this head and body; then the connection is closed.</summary>
    public static ResponseWriter Raw(string head, byte[] body) =>
        async exchange =>
        {
            await exchange.WriteAsync(head + "\r\n\r\n");
            await exchange.WriteAsync(body);
        };

    /// <summary>Two responses to the same request.</summary>
    public static ResponseWriter Sequence(ResponseWriter first, ResponseWriter second) =>
        async exchange =>
        {
            await first(exchange);
            await second(exchange);
        };

    /// <summary>A token response, with a new token each time.</summary>
    public static ResponseWriter Token(string expiresIn = "3600", string? token = null)
    {
        int issued = 0;
        return exchange =>
        {
            string value = token ?? TestSecrets.Token(Interlocked.Increment(ref issued));
            string body = string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                {"access_token":"{{value}}","refresh_token":"{{TestSecrets.RefreshToken}}","token_type":"Bearer","expires_in":{{expiresIn}}}
                """
            );
            return Status(200, body, "Content-Type: application/json")(exchange);
        };
    }

    /// <summary>Resets the connection after the request was read.</summary>
    public static ResponseWriter Reset { get; } =
        static exchange =>
        {
            exchange.Reset();
            return Task.CompletedTask;
        };

    /// <summary>Closes the connection after the request was read.</summary>
    public static ResponseWriter Close { get; } = static _ => Task.CompletedTask;

    /// <summary>Sends nothing until the server is disposed.</summary>
    public static ResponseWriter NoResponse { get; } = static exchange => Task.Delay(Timeout.InfiniteTimeSpan, exchange.Stopping);

    /// <summary>Sends one byte per second of the fake clock, endlessly.</summary>
    public static ResponseWriter SlowBody(TimeProvider time) =>
        async exchange =>
        {
            await exchange.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: {MediaType}\r\nContent-Length: 1000000\r\n\r\n");
            while (true)
            {
                await exchange.WriteAsync(" ");
                await Task.Delay(TimeSpan.FromSeconds(1), time, exchange.Stopping);
            }
        };

    /// <summary>Delays the response until the signal completes.</summary>
    public static ResponseWriter WaitFor(Task signal, ResponseWriter response) =>
        async exchange =>
        {
            await signal.WaitAsync(exchange.Stopping);
            await response(exchange);
        };
}
