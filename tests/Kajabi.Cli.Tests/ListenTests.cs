using System.Net;
using System.Net.Sockets;

namespace Kajabi.Cli.Tests;

/// <summary><c>listen</c> in a process that receives deliveries in the format of Kajabi.</summary>
public sealed class ListenTests
{
    private const string Secret = "0123456789abcdef-test";

    private const string TagAdded = """
        {
          "id": "1", "event": "tag_added",
          "payload": [
            {
              "id": "123", "type": "contacts",
              "attributes": { "name": "Ada", "created_at": "2024-01-15T10:30:00.120-05:00" },
              "relationships": { "tags": { "data": [ { "type": "contact_tags", "id": "7" } ] } }
            },
            { "id": "7", "type": "contact_tags", "attributes": { "name": "VIP" } }
          ]
        }
        """;

    [SkippableFact]
    public async Task Each_event_is_one_line_of_json_and_a_duplicate_is_not_printed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        await using ListenProcess listener = await ListenProcess.StartAsync([], "--json");

        Assert.Equal(HttpStatusCode.OK, await listener.SendAsync(HttpMethod.Head, null));
        Assert.Equal(HttpStatusCode.OK, await listener.SendAsync(HttpMethod.Post, TagAdded));
        Assert.Equal(HttpStatusCode.OK, await listener.SendAsync(HttpMethod.Post, TagAdded));
        Assert.Equal(HttpStatusCode.OK, await listener.SendAsync(HttpMethod.Post, """{"event":"purchase.created","payload":{"n":1.50}}"""));
        Assert.Equal(
            HttpStatusCode.OK,
            await listener.SendAsync(HttpMethod.Post, """{"event":"digits","payload":{"n":0.12345678901234567890123456789012345678}}""")
        );
        Assert.Equal(HttpStatusCode.BadRequest, await listener.SendAsync(HttpMethod.Post, "not json"));
        CliResult result = await listener.StopAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.Equal(3, result.Lines.Count);
        Assert.Contains("\"n\":0.12345678901234567890123456789012345678}", result.Output, StringComparison.Ordinal);
        Assert.Equal(["tag_added", "purchase.created", "digits"], result.Lines.Select(static line => (string?)line["event"]));
        Assert.Equal("2024-01-15T10:30:00.120-05:00", (string?)result.Lines[0].SelectToken("delivery.payload[0].attributes.created_at"));
        Assert.Contains("""{"event":"purchase.created","payload":{"n":1.50}}""", result.Output, StringComparison.Ordinal);
        Assert.Equal(3, result.Lines.Select(static line => (string?)line["key"]).Distinct().Count());
    }

    [SkippableFact]
    public async Task It_ends_when_its_output_is_closed_and_the_delivery_is_not_acknowledged()
    {
        Skip.If(OperatingSystem.IsWindows(), "On Windows a closed pipe is not reported.");
        await using ListenProcess listener = await ListenProcess.StartAsync([], "--json");

        listener.CloseReader();
        HttpStatusCode status = await listener.SendAsync(HttpMethod.Post, TagAdded);

        Assert.Equal((HttpStatusCode.InternalServerError, 141), (status, await listener.WaitForExitAsync()));
    }

    [SkippableFact]
    public async Task By_default_an_event_is_a_tree_without_control_characters()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        await using ListenProcess listener = await ListenProcess.StartAsync([]);

        await listener.SendAsync(HttpMethod.Post, TagAdded);
        await listener.SendAsync(HttpMethod.Post, "{ \"event\": \"\u001b[2Jrefund\" }");
        CliResult result = await listener.StopAsync();

        Assert.Equal(
            """
            tag_added
            contacts 123
            ├── name        Ada
            │   created_at  2024-01-15T10:30:00.120-05:00
            └── tags (1)
                └── contact_tags 7
                    └── name  VIP
            �[2Jrefund
            { "event": "�[2Jrefund" }

            """,
            result.Output,
            ignoreLineEndingDifferences: true
        );
    }

    [SkippableFact]
    public async Task An_event_of_the_admin_pages_is_a_tree_of_its_values()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        await using ListenProcess listener = await ListenProcess.StartAsync([]);

        await listener.SendAsync(
            HttpMethod.Post,
            """
            { "id": 5, "event": "order.created", "member": { "email": "ines@example.com" },
              "order": { "id": 5, "order_items": [{ "title": "Clay\u001b[2J", "unit_cost_decimal": 24.50 }],
                         "tags": ["a", 1], "discounts": [], "note": null } }
            """
        );
        await listener.SendAsync(
            HttpMethod.Post,
            """{ "event": "purchase.created", "payload": { "offer_id": 0, "member_id": 0, "trial": true } }"""
        );
        CliResult result = await listener.StopAsync();

        Assert.Equal(
            """
            order.created
            webhook of the admin pages
            ├── member
            │   └── email  ines@example.com
            └── order
                ├── id  5
                ├── order_items
                │   ├── title  Clay�[2J
                │   └── unit_cost_decimal  24.50
                ├── tags  ["a",1]
                ├── discounts  []
                └── note  null
            purchase.created
            test delivery of the admin pages
            ├── offer_id  0
            ├── member_id  0
            └── trial  true

            """,
            result.Output,
            ignoreLineEndingDifferences: true
        );
    }

    [SkippableFact]
    public async Task The_secret_of_the_user_is_required_and_not_shown()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        await using ListenProcess listener = await ListenProcess.StartAsync(new() { ["KAJABI_WEBHOOK_SECRET"] = Secret }, "--json");

        HttpStatusCode without = await listener.SendAsync(HttpMethod.Post, TagAdded);
        HttpStatusCode with = await listener.SendAsync(HttpMethod.Post, TagAdded, Secret);
        CliResult result = await listener.StopAsync();

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (without, with));
        Assert.Single(result.Lines);
        Assert.Contains("$KAJABI_WEBHOOK_SECRET", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.Error + result.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_delivery_is_forwarded_as_received_and_not_acknowledged_if_the_target_fails()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        int status = 500;
        List<(string? Type, string? Agent)> headers = [];
        await using LoopbackApi target = await LoopbackApi.StartAsync(request =>
        {
            headers.Add((request.ContentType, request.Headers.UserAgent));
            return new LoopbackResponse(string.Empty, status);
        });
        string url = target.Environment["KAJABI_BASE_URL"];
        await using ListenProcess listener = await ListenProcess.StartAsync(
            [],
            "--json",
            "--verbose",
            "--forward-to",
            $"{url}/hooks?secret={Secret}"
        );

        HttpStatusCode failed = await listener.SendAsync(HttpMethod.Post, TagAdded);
        status = 204;
        HttpStatusCode retried = await listener.SendAsync(HttpMethod.Post, TagAdded);
        HttpStatusCode duplicate = await listener.SendAsync(HttpMethod.Post, TagAdded);
        HttpStatusCode invalid = await listener.SendAsync(HttpMethod.Post, "not json");
        CliResult result = await listener.StopAsync();

        Assert.Equal(
            (HttpStatusCode.InternalServerError, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest),
            (failed, retried, duplicate, invalid)
        );
        Assert.Equal(
            [("POST", $"/hooks?secret={Secret}", TagAdded), ("POST", $"/hooks?secret={Secret}", TagAdded)],
            target.Sent.Select(static sent => (sent.Method, sent.Target, sent.Body))
        );
        Assert.Equal([("application/json; charset=utf-8", "Kajabi-Test/1"), ("application/json; charset=utf-8", "Kajabi-Test/1")], headers);
        Assert.Contains($"{url}/hooks returned 500, so the delivery fails", result.Error, StringComparison.Ordinal);
        Assert.Contains($"tag_added forwarded: {url}/hooks returned 204.", result.Error, StringComparison.Ordinal);
        Assert.Contains($"POST {url}/hooks?***: 204 in ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.Error + result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a url")]
    [InlineData("/hooks")]
    [InlineData("ftp://127.0.0.1/hooks")]
    public async Task An_invalid_target_is_a_usage_error(string url)
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "listen", "--forward-to", url);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("--forward-to must be an absolute http or https URL", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("many", "--port")]
    [InlineData("65536", "--port")]
    public async Task An_invalid_port_is_a_usage_error(string port, string expected)
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "listen", "--port", port);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_and_a_short_secret_are_usage_errors()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        int port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        CliResult portInUse = await InProcessCli.RunAsync(new Dictionary<string, string>(), "listen", "--port", $"{port}");
        CliResult shortSecret = await InProcessCli.RunAsync(
            new Dictionary<string, string> { ["KAJABI_WEBHOOK_SECRET"] = "hush" },
            "listen"
        );

        Assert.Equal((2, 2), (portInUse.ExitCode, shortSecret.ExitCode));
        Assert.Contains($"{port}", portInUse.Error, StringComparison.Ordinal);
        Assert.Contains("shorter than 16", shortSecret.Error, StringComparison.Ordinal);
    }
}
