using Kajabi.Cli.Connections;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary><c>--verbose</c> prints each request on standard error, without secrets.</summary>
public sealed class VerboseTests
{
    [Fact]
    public async Task Each_request_is_one_line_with_method_URL_status_and_duration()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        CliResult result = await InProcessCli.RunAsync(
            SandboxApi.Environment(sandbox),
            "list",
            "contacts",
            "--json",
            "--verbose",
            "--limit",
            "3",
            "--page-size",
            "2"
        );

        string[] lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, 3), (result.ExitCode, result.Lines.Count));
        Assert.Matches(@"^kajabi: POST http://[^ ]*/v1/oauth/token: 200 in [0-9]+ ms$", lines[0]);
        Assert.Matches(@"^kajabi: GET http://[^ ]*/v1/contacts\?[^ ]*page\[number\]=1[^ ]*: 200 in [0-9]+ ms$", lines[1]);
        Assert.Matches(@"^kajabi: GET http://[^ ]*/v1/contacts\?[^ ]*page\[number\]=2[^ ]*: 200 in [0-9]+ ms$", lines[2]);
        Assert.Equal(4, lines.Length);
        Assert.DoesNotContain(sandbox.ClientSecret, result.Error + result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.ClientId, result.Error + result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", result.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_retry_is_numbered()
    {
        int count = 0;
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ =>
            Interlocked.Increment(ref count) == 1
                ? new LoopbackResponse(string.Empty, 503)
                : new LoopbackResponse("""{"data":{"id":"1","type":"contacts"}}""")
        );

        CliResult result = await InProcessCli.RunAsync(api.Environment, "get", "contact", "1", "--json", "--verbose");

        string[] lines = [.. result.Error.Split('\n').Where(static line => line.Contains("/contacts/", StringComparison.Ordinal))];
        Assert.Equal((0, 2), (result.ExitCode, lines.Length));
        Assert.Matches(@": 503 in [0-9]+ ms$", lines[0]);
        Assert.Matches(@": 200 in [0-9]+ ms, retry 1$", lines[1]);
    }

    [Fact]
    public async Task A_request_without_a_response_is_printed()
    {
        // The socket is bound but does not listen, so connections are refused.
        using System.Net.Sockets.Socket socket = new(
            System.Net.Sockets.AddressFamily.InterNetwork,
            System.Net.Sockets.SocketType.Stream,
            System.Net.Sockets.ProtocolType.Tcp
        );
        socket.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));

        CliResult result = await InProcessCli.RunAsync(
            new Dictionary<string, string>(),
            "trigger",
            "order.created",
            "--verbose",
            "--to",
            $"http://{socket.LocalEndPoint}/hooks?secret=hush-hush-hush"
        );

        Assert.Equal(3, result.ExitCode);
        Assert.Contains($"POST http://{socket.LocalEndPoint}/hooks?***: ConnectionError in ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", result.Error + result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_link_is_redacted()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        string link = sandbox.GetOfferLink("456").AbsoluteUri;

        CliResult result = await InProcessCli.RunAsync(
            new Dictionary<string, string> { ["KAJABI_OFFER_LINK"] = link },
            "grant",
            "--link",
            "--no-welcome-email",
            "--name",
            "Mila Osei",
            "--email",
            "mila@example.com",
            "--external-id",
            "m-1",
            "--verbose"
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"(?m)^kajabi: POST http://[^ ]*/webhooks/offers/\*\*\*[^ ]*: 200 in [0-9]+ ms$", result.Error);
        Assert.DoesNotContain(new Uri(link).AbsolutePath.Split('/')[3], result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("mila@example.com", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:pass@host.example/v1/x?a=1#part", false, "https://host.example/v1/x?a=1")]
    [InlineData(
        "https://host.example/v1/x?client_secret=abc&page%5Bsize%5D=2",
        false,
        "https://host.example/v1/x?client_secret=***&page[size]=2"
    )]
    [InlineData("https://host.example/v1/x?access_token=abc&flag", false, "https://host.example/v1/x?access_token=***&flag")]
    [InlineData(
        "https://host.example/v1/x?filter[coupon_code_eq]=SPRING",
        false,
        "https://host.example/v1/x?filter[coupon_code_eq]=SPRING"
    )]
    [InlineData("https://host.example/hook?s=abc", true, "https://host.example/hook?***")]
    [InlineData("https://host.example/webhooks/offers/abc/1/activate?x=1", false, "https://host.example/webhooks/offers/***?x=1")]
    public void Secrets_of_a_URL_are_redacted(string url, bool hidesQuery, string expected) =>
        Assert.Equal(expected, UrlRedactor.Redact(new Uri(url), hidesQuery));
}
