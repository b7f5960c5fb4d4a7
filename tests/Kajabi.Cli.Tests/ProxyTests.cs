using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kajabi.Cli.Tests;

/// <summary>The proxy settings of the environment.</summary>
public sealed class ProxyTests
{
    private const string Secret = "hunter2-marker";

    [Fact]
    public async Task A_proxy_that_rejects_its_credentials_is_reported_without_user_name_and_password()
    {
        using TcpListener proxy = new(IPAddress.Loopback, 0);
        proxy.Start();
        string address = $"{proxy.LocalEndpoint}";
        using CancellationTokenSource hasEnded = new();
        Task serving = RejectAsync(proxy, hasEnded.Token);

        CliResult result = await CliProcess.RunAsync(
            new Dictionary<string, string>
            {
                ["KAJABI_BASE_URL"] = "https://api.example.com",
                ["KAJABI_CLIENT_ID"] = "id",
                ["KAJABI_CLIENT_SECRET"] = "client-secret",
                ["HTTPS_PROXY"] = $"http://proxy-user:{Secret}@{address}",
                ["NO_PROXY"] = string.Empty,
            },
            "get",
            "contacts",
            "1"
        );

        await hasEnded.CancelAsync();
        await serving;
        Assert.Contains($"{address} returned status 407 for CONNECT", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.Error + result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("proxy-user", result.Error + result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP_PROXY")]
    [InlineData("http_proxy")]
    [InlineData("ALL_PROXY")]
    [InlineData("all_proxy")]
    public async Task A_loopback_address_never_uses_a_proxy(string variable)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(static _ => new LoopbackResponse(
            """{"data":{"id":"1","type":"contacts"}}"""
        ));
        using TcpListener proxy = new(IPAddress.Loopback, 0);
        proxy.Start();
        Dictionary<string, string> environment = new(api.Environment)
        {
            [variable] = $"http://{proxy.LocalEndpoint}",
            ["NO_PROXY"] = string.Empty,
            ["no_proxy"] = string.Empty,
        };

        CliResult result = await CliProcess.RunAsync(environment, "get", "contacts", "1", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.False(proxy.Pending(), "The proxy was used.");
    }

    /// <summary>Rejects each CONNECT request with status 407 until it is canceled.</summary>
    private static async Task RejectAsync(TcpListener proxy, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (true)
            {
                using TcpClient client = await proxy.AcceptTcpClientAsync(cancellationToken);
                await client.GetStream().ReadExactlyAsync(buffer.AsMemory(0, 1), cancellationToken);
                await client
                    .GetStream()
                    .WriteAsync(
                        Encoding.ASCII.GetBytes(
                            "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        ),
                        cancellationToken
                    );
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The command has ended.
        }
    }
}
