using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary><c>api</c> sends any request to the configured host, and to no other one.</summary>
public sealed class ApiCommandTests
{
    [Fact]
    public async Task A_request_is_sent_with_its_query_and_the_body_is_printed_as_received()
    {
        const string Body = "{ \"data\" : [1.50,\n 2] }";
        await using LoopbackApi api = await LoopbackApi.StartAsync(Body);

        string[] query = ["--query", "page[size]=2", "--query", "filter[search]=a b&c"];
        CliResult result = await InProcessCli.RunAsync(api.Environment, ["api", "Get", "/v1/new_things?a=1", .. query]);

        Assert.Equal((0, Body + "\n", string.Empty), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(
            ["GET /v1/new_things?a=1&page[size]=2&filter[search]=a b&c"],
            api.Sent.Select(static sent => $"{sent.Method} {sent.Target}")
        );
    }

    [Theory]
    [InlineData("v1/sites")]
    [InlineData("/v1/sites")]
    public async Task A_resource_of_the_sandbox_is_read_with_its_token(string path)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        CliResult result = await InProcessCli.RunAsync(SandboxApi.Environment(sandbox), "api", "get", path);
        CliResult full = await InProcessCli.RunAsync(
            SandboxApi.Environment(sandbox),
            "api",
            "get",
            new Uri(sandbox.BaseAddress, "/v1/sites").AbsoluteUri
        );

        Assert.Equal((0, 0), (result.ExitCode, full.ExitCode));
        Assert.Equal(["1", "2148432935"], result.Json["data"]!.Select(static site => (string?)site["id"]));
        Assert.Equal(result.Output, full.Output);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("pipe")]
    public async Task The_body_is_read_from_a_file_or_standard_input(string source)
    {
        const string Body = """{"data":{"type":"contacts","attributes":{"name":"Zoë"}}}""";
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackResponse("{}", 201));
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("body.json"), Body);
        using StringWriter output = new();
        Terminal terminal = new(output, TextWriter.Null, api.Environment.GetValueOrDefault)
        {
            RedirectedIn = source == "pipe" ? new StringReader(Body) : null,
        };

        int exitCode = await CliApplication.RunAsync(
            ["api", "post", "/v1/contacts", "--body", source == "pipe" ? "-" : folder.File("body.json")],
            terminal
        );

        Assert.Equal((0, "{}\n"), (exitCode, output.ToString()));
        LoopbackRequest request = Assert.Single(api.Sent);
        Assert.Equal(("POST", "/v1/contacts", Body), (request.Method, request.Target, request.Body));
    }

    [Theory]
    [InlineData("https://evil.example/v1/contacts")]
    [InlineData("//evil.example/v1/contacts")]
    [InlineData("http://127.0.0.1:1/v1/contacts")]
    [InlineData("https://user@127.0.0.1/v1/contacts")]
    [InlineData("file:///etc/passwd")]
    [InlineData("\\\\evil.example\\x")]
    [InlineData("ftp://127.0.0.1/x")]
    public async Task Another_host_is_rejected_before_a_token_is_requested(string path)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("{}");

        CliResult result = await InProcessCli.RunAsync(api.Environment, "api", "get", path, "--verbose");

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("another origin", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("POST", result.Error, StringComparison.Ordinal);
        Assert.Empty(api.Sent);
    }

    [Theory]
    [InlineData("@evil.example/x", "/@evil.example/x")]
    [InlineData(".evil.example/x", "/.evil.example/x")]
    public async Task A_path_that_looks_like_a_host_stays_on_the_configured_one(string path, string expected)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("{}");

        CliResult result = await InProcessCli.RunAsync(api.Environment, "api", "get", path);

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith(expected, Assert.Single(api.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using LoopbackApi other = await LoopbackApi.StartAsync("{}");
        string location = other.Environment["KAJABI_BASE_URL"];
        await using LoopbackApi api = await LoopbackApi.StartAsync(request =>
        {
            request.HttpContext.Response.Headers.Location = $"{location}/v1/contacts";
            return new LoopbackResponse("moved", 302, "text/plain");
        });

        CliResult result = await InProcessCli.RunAsync(api.Environment, "api", "get", "/v1/contacts");

        Assert.Equal((3, "moved\n"), (result.ExitCode, result.Output));
        Assert.Empty(other.Sent);
    }

    [Theory]
    [InlineData(404, 1)]
    [InlineData(422, 1)]
    [InlineData(500, 1)]
    public async Task The_body_of_an_error_is_printed_and_the_exit_code_is_1(int status, int exitCode)
    {
        const string Body = """{"errors":[{"detail":"No such thing"}]}""";
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackResponse(Body, status));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "api", "post", "/v1/things");

        Assert.Equal((exitCode, Body + "\n"), (result.ExitCode, result.Output));
        Assert.Contains($"{status}", result.Error, StringComparison.Ordinal);
        Assert.Contains("No such thing", result.Error, StringComparison.Ordinal);
        Assert.Single(api.Sent);
    }

    [Fact]
    public async Task A_response_without_a_body_is_reported()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackResponse(string.Empty, 204));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "api", "delete", "/v1/contacts/7");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("status 204 and no body", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an HTTP method", "ge t", "/v1/contacts")]
    [InlineData("path is empty", "get", " ")]
    [InlineData("--query", "get", "/v1/contacts", "--query", "name")]
    [InlineData("cannot be read", "post", "/v1/contacts", "--body", "/no/such/file.json")]
    [InlineData("standard input", "post", "/v1/contacts", "--body", "-")]
    [InlineData("'path'", "get")]
    public async Task An_invalid_argument_is_a_usage_error(string expected, params string[] arguments)
    {
        string error = await RejectedCommand.RunAsync(["api", .. arguments]);

        Assert.Contains(expected, error, StringComparison.Ordinal);
    }
}
