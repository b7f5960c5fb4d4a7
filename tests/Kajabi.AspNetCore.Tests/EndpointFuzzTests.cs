using System.Globalization;
using System.Text;

namespace Kajabi.AspNetCore.Tests;

/// <summary>
/// Sends random requests over a socket: a success status code means that the handler was called, and only a failing handler
/// is a server error.
/// </summary>
public sealed class EndpointFuzzTests
{
    private const int Requests = 400;

    private static readonly string[] s_methods = ["POST", "POST", "POST", "POST", "POST", "POST", "POST", "GET", "PUT", "PATCH"];
    private static readonly string[] s_encodings = ["identity", "gzip", "deflate", "br", "zstd", "gzip, gzip", "GZip", "", ",", "\u00e9"];
    private static readonly string[] s_types =
    [
        "application/json",
        "application/json; charset=utf-8",
        "text/plain; charset=iso-8859-1",
        "multipart/form-data; boundary=x",
        "/",
        ";charset=",
        "application/json; charset=\"",
        "\u00ff",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_success_status_code_means_that_the_handler_was_called(int seed)
    {
        await using WebhookHost host = await WebhookHost.StartAsync(options => options.MaxRequestBodySize = 4_000);
        Random random = new(seed);
        List<string> unobserved = [];
        void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs arguments)
        {
            if (arguments.Exception.ToString().Contains("Kajabi.AspNetCore", StringComparison.Ordinal))
            {
                unobserved.Add(arguments.Exception.ToString());
            }
        }

        TaskScheduler.UnobservedTaskException += OnUnobserved;
        int handled = 0;
        Dictionary<int, int> statuses = [];
        for (int number = 0; number < Requests; number++)
        {
            string method = s_methods[random.Next(s_methods.Length)];
            (byte[] request, bool endsEarly) = Request(random, host, method, number);

            int status = await RawHttp.SendAsync(host, request, endsEarly);

            string line = $"seed {seed}, request {number}, {method}, status {status}:\n{Encoding.Latin1.GetString(request)}";
            int calls = host.Inbox.Count - handled;
            handled += calls;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(endsEarly ? status is 0 or >= 400 and < 500 : status is > 0 and < 500, line);
            Assert.True(status is >= 200 and < 300 ? calls == 1 || (method == "GET" && calls == 0) : calls == 0, line);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= OnUnobserved;
        Assert.Empty(unobserved);

        // The test proves little unless the responses are varied.
        bool isVaried = statuses.GetValueOrDefault(200) > 20 && statuses.GetValueOrDefault(400) > 20 && statuses.Keys.Count >= 5;
        Assert.True(isVaried, string.Join(", ", statuses));
        while (handled-- > 0)
        {
            WebhookEvent received = await host.Inbox.NextAsync();
            Assert.False(string.IsNullOrEmpty(received.Name));
            Assert.Null((received as UnknownEvent)?.UnreadableReason);
        }
    }

    private static (byte[] Request, bool EndsEarly) Request(Random random, WebhookHost host, string method, int number)
    {
        // A unique tag, so that no delivery is a duplicate.
        string coding = s_encodings[random.Next(3) == 0 ? random.Next(s_encodings.Length) : 0];
        byte[] body = Mutate(random, Encoding.UTF8.GetBytes(Deliveries.TagAdded($"{number}-{random.Next()}")));
        body = coding is "gzip" or "deflate" or "br"
            ? Mutate(random, CompressedDeliveryTests.Compress(Encoding.Latin1.GetString(body), coding))
            : body;
        StringBuilder head = new($"{method} {host.Address.PathAndQuery} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
        head.Append(coding == "identity" ? string.Empty : $"Content-Encoding: {coding}\r\n");
        head.Append(random.Next(3) == 0 ? string.Empty : $"Content-Type: {s_types[random.Next(s_types.Length)]}\r\n");
        head.Append(random.Next(8) == 0 ? "Expect: 100-continue\r\n" : string.Empty);
        if (random.Next(10) == 0)
        {
            head.Append((char)random.Next(1, 256)).Append(": ").Append((char)random.Next(1, 256)).Append("\r\n");
        }

        bool endsEarly = method == "POST" && random.Next(8) == 0;
        if (random.Next(3) == 0)
        {
            string size = body.Length.ToString("x", CultureInfo.InvariantCulture);
            body = [.. Encoding.ASCII.GetBytes($"{size}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8];
            body = endsEarly ? body[..random.Next(body.Length - 2)] : body;
            head.Append("Transfer-Encoding: chunked\r\n");
        }
        else
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length + (endsEarly ? random.Next(1, 40) : 0)}\r\n");
        }

        return ([.. Encoding.Latin1.GetBytes($"{head}\r\n"), .. body], endsEarly);
    }

    /// <summary>Keeps, truncates, changes, enlarges or replaces a body.</summary>
    private static byte[] Mutate(Random random, byte[] body)
    {
        byte[] mutated = [.. body];
        switch (random.Next(12))
        {
            case 0:
                return mutated[..random.Next(mutated.Length)];
            case 1 or 2:
                for (int change = random.Next(1, 4); change > 0; change--)
                {
                    mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
                }

                return mutated;
            case 3:
                random.NextBytes(mutated);
                return mutated;
            case 4:
                return [.. mutated, .. Encoding.UTF8.GetBytes(new string(' ', random.Next(6_000)))];
            default:
                return mutated;
        }
    }
}
