using System.Net;
using System.Net.Sockets;

namespace Kajabi.Cli.Tests;

/// <summary>The exit codes of failures, each with a message on standard error and no standard output.</summary>
public sealed class ExitCodeTests
{
    private const string Contact = """{"data":{"id":"1","type":"contacts","attributes":{"name":"Ada"}}}""";

    [Fact]
    public async Task Success_is_0()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Contact);

        CliResult result = await CliProcess.RunAsync(api, "get", "contacts", "1");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("Ada", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        404,
        """{"errors":[{"status":"404","title":"Not found","detail":"No such contact"}]}""",
        "application/vnd.api+json",
        "No such contact"
    )]
    [InlineData(404, "<html>Not here</html>", "text/html", "404")]
    [InlineData(401, """{"error":"invalid token"}""", "application/json", "KAJABI_CLIENT_ID")]
    [InlineData(403, "", "application/json", "permission")]
    [InlineData(
        422,
        """{"errors":[{"title":"Wrong"},{"detail":"Include is unknown","source":{"pointer":"/include"}}]}""",
        "application/vnd.api+json",
        "/include: Include is unknown"
    )]
    [InlineData(429, "", "application/json", "again")]
    [InlineData(500, "<html>Oops</html>", "text/html", "500")]
    public async Task An_API_error_is_1(int status, string body, string mediaType, string expected)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackResponse(body, status, mediaType));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "get", "contacts", "1", "--json");

        AssertFailure(1, expected, result);
    }

    [Theory]
    [InlineData("modules", "blog_posts")]
    [InlineData("users", "blog_posts")]
    [InlineData("contcat", "contacts")]
    [InlineData("Contactss", "contacts")]
    public async Task A_type_without_operations_is_2(string type, string suggestion)
    {
        CliResult result = await InProcessCli.RunAsync(EmptyEnvironment, "get", type, "1");

        AssertFailure(2, suggestion, result);
    }

    [Theory]
    [InlineData("'id'", "get", "contacts")]
    [InlineData("'type'", "list")]
    [InlineData("--jsn", "get", "contacts", "1", "--jsn")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("id", "get", "contacts", "")]
    [InlineData("id", "get", "contacts", "..")]
    [InlineData("--include", "get", "contacts", "1", "--include", "offers,,tags")]
    [InlineData("--fields", "get", "contacts", "1", "--fields", "name")]
    [InlineData("--fields", "get", "contacts", "1", "--fields", "contacts=")]
    [InlineData("--filter", "list", "contacts", "--filter", "site_id")]
    [InlineData("site_id", "list", "contacts", "--filter", "siteid=9")]
    [InlineData("2 times", "list", "contacts", "--filter", "site_id=9", "--filter", "site_id=10")]
    [InlineData("--page-size", "list", "contacts", "--page-size", "0")]
    [InlineData("--page-size", "list", "contacts", "--page-size", "many")]
    [InlineData("--all", "get", "contacts", "1", "--all")]
    [InlineData("--filter site_id", "list", "kajabi_payments_payouts")]
    [InlineData("includes", "get", "hooks", "1", "--include", "site")]
    [InlineData("--output", "export", "contacts", "--format", "csv", "--output", "")]
    [InlineData("--resume", "export", "contacts", "--format", "csv", "--output", "-", "--resume")]
    [InlineData("--json", "export", "contacts", "--format", "csv", "--output", "-", "--json")]
    [InlineData("--port", "listen", "--port", "70000")]
    public async Task A_usage_error_is_2(string expected, params string[] arguments)
    {
        CliResult result = await InProcessCli.RunAsync(EmptyEnvironment, arguments);

        AssertFailure(2, expected, result);
    }

    [Fact]
    public async Task A_usage_error_of_the_process_is_2()
    {
        CliResult result = await CliProcess.RunAsync(EmptyEnvironment, "get", "modules", "1", "--json");

        AssertFailure(2, "modules", result);
    }

    [Theory]
    [InlineData("KAJABI_BASE_URL", "https://api.kajabi.com", null, null)]
    [InlineData("KAJABI_CLIENT_SECRET", null, null, "secret")]
    [InlineData("KAJABI_CLIENT_SECRET", null, "id", null)]
    [InlineData("KAJABI_CLIENT_ID", "https://api.kajabi.com", null, "secret")]
    [InlineData("KAJABI_BASE_URL", "http://api.kajabi.com", "id", "secret")]
    [InlineData("KAJABI_BASE_URL", "https://api.kajabi.com/v1", "id", "secret")]
    [InlineData("KAJABI_BASE_URL", "api.kajabi.com", "id", "secret")]
    [InlineData("KAJABI_BASE_URL", "http://127.0.0.1:99999", "id", "secret")]
    [InlineData("KAJABI_BASE_URL", "http://[::1", "id", "secret")]
    [InlineData("KAJABI_CLIENT_SECRET", null, "id", "line\nbreak")]
    public async Task Incomplete_or_invalid_settings_are_2_and_never_use_the_sandbox(
        string expected,
        string? address,
        string? id,
        string? secret
    )
    {
        Dictionary<string, string> environment = new()
        {
            ["KAJABI_BASE_URL"] = address ?? string.Empty,
            ["KAJABI_CLIENT_ID"] = id ?? string.Empty,
            ["KAJABI_CLIENT_SECRET"] = secret ?? " ",
        };

        CliResult result = await InProcessCli.RunAsync(environment, "get", "contacts", "123", "--json");

        AssertFailure(2, expected, result);
        Assert.DoesNotContain("secret ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_API_is_3()
    {
        // The socket is bound but does not listen, so connections are refused.
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Dictionary<string, string> environment = new()
        {
            ["KAJABI_BASE_URL"] = $"http://{socket.LocalEndPoint}",
            ["KAJABI_CLIENT_ID"] = "id",
            ["KAJABI_CLIENT_SECRET"] = "hush-hush",
        };

        CliResult result = await CliProcess.RunAsync(environment, "get", "contacts", "1", "--json");

        AssertFailure(3, "KAJABI_BASE_URL", result);
        Assert.DoesNotContain("hush-hush", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Welcome</html>", "text/html")]
    [InlineData("""{"data":{"id":"1","type":"cont""", "application/vnd.api+json")]
    [InlineData("""{"data":{"id":"1","type":"offers"}}""", "application/vnd.api+json")]
    [InlineData("""{"data":null}""", "application/vnd.api+json")]
    [InlineData("""{"data":[]}""", "application/vnd.api+json")]
    [InlineData("", "application/vnd.api+json")]
    public async Task An_invalid_response_is_3(string body, string mediaType)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackResponse(body, 200, mediaType));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "get", "contacts", "1", "--json");

        AssertFailure(3, "could not be read", result);
    }

    private static Dictionary<string, string> EmptyEnvironment => [];

    private static void AssertFailure(int exitCode, string expected, CliResult result)
    {
        Assert.Equal((exitCode, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.All(
            result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            static line => Assert.StartsWith("kajabi: ", line, StringComparison.Ordinal)
        );
    }
}
