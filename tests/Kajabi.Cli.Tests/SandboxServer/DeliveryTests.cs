using System.Text.Json.Nodes;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Deliveries of webhooks in the control API and in the log.</summary>
public sealed class DeliveryTests
{
    // Much longer than any delivery, and shorter than the limit of the client, so that the response names deliveries that are pending.
    private const string Wait = "/deliveries?wait=true&timeout=100";

    private const string Checkout = """{ "contact_id": "7001", "offer_ids": ["1"] }""";

    [Fact]
    public async Task A_wait_ends_when_the_pending_deliveries_wait_for_the_stopped_clock()
    {
        await using RunningSandbox sandbox = await StartAsync();
        await sandbox.RequireAsync("PUT", "/clock", """{ "now": "2030-01-31T12:00:00Z", "stopped": true }""");
        await AddWebhookAsync(sandbox, $"{sandbox.Origin}/unknown");
        await using LoopbackApi receiver = await LoopbackApi.StartAsync("{}");
        await AddWebhookAsync(sandbox, receiver.Environment["KAJABI_BASE_URL"]);
        await sandbox.RequireAsync("POST", "/checkout", Checkout);

        JsonNode first = await sandbox.RequireAsync("GET", Wait);
        await sandbox.RequireAsync("POST", "/clock/advance", """{ "seconds": 1 }""");
        JsonNode second = await sandbox.RequireAsync("GET", Wait);
        await sandbox.RequireAsync("POST", "/clock/advance", """{ "seconds": 1 }""");
        JsonNode third = await sandbox.RequireAsync("GET", Wait);

        Assert.Equal(["[404]", "[404,404]", "[404,404,404]"], new[] { first, second, third }.Select(FirstStatuses));
        Assert.Equal([1, 1, 0], new[] { first, second, third }.Select(static list => (int)list["pending"]!));
        JsonNode failed = first["deliveries"]![0]!;
        Assert.Equal(("2030-01-31T12:00:00.000Z", "2030-01-31T12:00:01.000Z"), ((string?)failed["time"], (string?)failed["next_attempt"]));
        Assert.Contains("advanced to 2030-01-31T12:00:01.000Z", (string?)first["note"], StringComparison.Ordinal);
        Assert.Null(third["note"]);
        Assert.Null(third["deliveries"]![0]!["next_attempt"]);
    }

    [Fact]
    public async Task A_delayed_delivery_is_scheduled_on_the_clock()
    {
        await using RunningSandbox sandbox = await StartAsync();
        await sandbox.RequireAsync("PUT", "/clock", """{ "now": "2030-01-31T12:00:00Z", "stopped": true }""");
        await AddWebhookAsync(sandbox, $"{sandbox.Origin}/v1/version");
        await sandbox.RequireAsync("POST", "/delivery-faults", """{ "type": "delay", "seconds": 3600 }""");
        await sandbox.RequireAsync("POST", "/checkout", Checkout);

        JsonNode scheduled = (await sandbox.RequireAsync("GET", Wait))["deliveries"]![0]!;
        await sandbox.RequireAsync("POST", "/clock/advance", """{ "seconds": 3600 }""");
        JsonNode sent = (await sandbox.RequireAsync("GET", Wait))["deliveries"]![0]!;

        Assert.Equal(("2030-01-31T13:00:00.000Z", "delay"), ((string?)scheduled["next_attempt"], (string?)scheduled["fault"]));
        Assert.Empty((JsonArray)scheduled["status_codes"]!);
        Assert.Single((JsonArray)sent["status_codes"]!);
    }

    [Fact]
    public async Task A_wait_ends_after_its_timeout()
    {
        await using RunningSandbox sandbox = await StartAsync();
        await AddWebhookAsync(sandbox, $"{sandbox.Origin}/v1/version");
        await sandbox.RequireAsync("POST", "/delivery-faults", """{ "type": "delay", "seconds": 3600 }""");
        await sandbox.RequireAsync("POST", "/checkout", Checkout);

        JsonNode list = await sandbox.RequireAsync("GET", "/deliveries?wait=true&timeout=0");

        Assert.Equal(1, (int?)list["pending"]);
        Assert.Contains(
            "1 delivery is pending. A longer wait needs the parameter timeout",
            (string?)list["note"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Each_attempt_and_each_delivery_that_is_not_sent_is_one_line_without_secrets()
    {
        await using RunningSandbox sandbox = await StartAsync(maxAttempts: 2);
        await sandbox.RequireAsync("PUT", "/clock", """{ "stopped": true }""");
        Uri origin = new(sandbox.Origin);
        await AddWebhookAsync(sandbox, $"http://mila:hush@{origin.Authority}/unknown?secret=hush#hush");
        await AddWebhookAsync(sandbox, "https://mila:hush@crm.example.com/hook?secret=hush");
        await sandbox.RequireAsync("POST", "/checkout", Checkout);
        await sandbox.RequireAsync("GET", Wait);
        await sandbox.RequireAsync("POST", "/clock/advance", """{ "seconds": 1 }""");
        JsonArray deliveries = (JsonArray)(await sandbox.RequireAsync("GET", Wait))["deliveries"]!;
        await sandbox.RequireAsync("POST", "/delivery-faults", """{ "type": "drop" }""");
        await sandbox.RequireAsync("POST", "/checkout", """{ "contact_id": "7001", "offer_ids": ["2"] }""");

        IEnumerable<string> lines = (await sandbox.StopAsync()).Where(static line => line.StartsWith("delivery", StringComparison.Ordinal));

        const string Target = "delivery of payment.succeeded to";
        const string Elsewhere =
            "not sent. The host crm.example.com is not this machine, so nothing is sent to it. kajabi sandbox --webhook-host "
            + "crm.example.com allows it, and in .NET KajabiSandboxOptions.WebhookHosts.";
        Assert.Equal(
            [
                $"{Target} {sandbox.Origin}/unknown, attempt 2: 404",
                $"{Target} {sandbox.Origin}/unknown: 404",
                $"{Target} {sandbox.Origin}/unknown: not sent. A fault dropped the delivery. (fault: drop)",
                $"{Target} https://crm.example.com/(redacted): {Elsewhere}",
                $"{Target} https://crm.example.com/(redacted): {Elsewhere}",
            ],
            lines.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [$"{sandbox.Origin}/unknown", "https://crm.example.com/(redacted)"],
            deliveries.Select(static one => (string?)one!["target"])
        );
        Assert.StartsWith("The host crm.example.com is not this machine", (string?)deliveries[1]!["problem"], StringComparison.Ordinal);
        Assert.DoesNotContain("hush", string.Concat(lines) + deliveries.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_a_delivery_is_an_event()
    {
        await using RunningSandbox sandbox = await StartAsync(isJson: true);
        await AddWebhookAsync(sandbox, $"{sandbox.Origin}/v1/version");
        await sandbox.RequireAsync("POST", "/delivery-faults", """{ "type": "drop" }""");
        await sandbox.RequireAsync("POST", "/checkout", Checkout);

        string line = Assert.Single(await sandbox.StopAsync(), static line => line.Contains("\"delivery\"", StringComparison.Ordinal));

        JsonNode delivery = JsonNode.Parse(line)!;
        Assert.Equal(
            ("payment.succeeded", $"{sandbox.Origin}/v1/version", 0, "drop", "A fault dropped the delivery."),
            (
                (string?)delivery["name"],
                (string?)delivery["target"],
                (int)delivery["attempt"]!,
                (string?)delivery["fault"],
                (string?)delivery["problem"]
            )
        );
        Assert.Null(delivery["status"]);
    }

    [Fact]
    public async Task A_webhook_that_is_disabled_is_the_problem_of_its_deliveries()
    {
        await using RunningSandbox sandbox = await StartAsync();
        await AddWebhookAsync(sandbox, $"{sandbox.Origin}/_sandbox/reset"); // It has no HEAD and no GET.
        await sandbox.RequireAsync("POST", "/checkout", Checkout);

        JsonNode delivery = (await sandbox.RequireAsync("GET", Wait))["deliveries"]![0]!;

        Assert.Equal("The webhook returned 405 for a probe, which disables it.", (string?)delivery["problem"]);
        Assert.Empty((JsonArray)delivery["status_codes"]!);
    }

    private static async Task<RunningSandbox> StartAsync(bool isJson = false, int maxAttempts = 3)
    {
        KajabiSandboxOptions options = new() { HasSampleData = false, MaxDeliveryAttempts = maxAttempts };
        RunningSandbox sandbox = await RunningSandbox.StartAsync(isJson: isJson, sandboxOptions: options);
        sandbox.Sandbox.Data.Load($"{ExampleData.Contact("7001")}\n{ExampleData.Offer("1")}\n{ExampleData.Offer("2")}");
        return sandbox;
    }

    /// <summary>The status codes of the first delivery.</summary>
    private static string FirstStatuses(JsonNode list) => list["deliveries"]![0]!["status_codes"]!.ToJsonString();

    private static Task<JsonNode> AddWebhookAsync(RunningSandbox sandbox, string target) =>
        sandbox.RequireAsync(
            "POST",
            "/admin-webhooks",
            new JsonObject { ["event"] = "payment.succeeded", ["target_url"] = target }.ToJsonString()
        );
}
