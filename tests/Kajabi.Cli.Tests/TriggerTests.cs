using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary><c>trigger</c> sends samples of both families of webhooks to an endpoint.</summary>
public sealed class TriggerTests
{
    private static readonly Dictionary<string, string> s_noVariables = [];

    [Theory]
    [InlineData("purchase.created", null, typeof(AdminPurchaseCreatedEvent))]
    [InlineData("purchase.created", "nested", typeof(AdminPurchaseCreatedEvent))]
    [InlineData("purchase.created", "test", typeof(AdminPurchaseCreatedEvent))]
    [InlineData("payment.succeeded", null, typeof(AdminPaymentSucceededEvent))]
    [InlineData("payment.succeeded", "bundled", typeof(AdminPaymentSucceededEvent))]
    [InlineData("order.created", null, typeof(AdminOrderCreatedEvent))]
    [InlineData("form_submission.created", null, typeof(AdminFormSubmissionCreatedEvent))]
    [InlineData("tag_added", null, typeof(TagAddedEvent))]
    [InlineData("tag_removed", null, typeof(TagRemovedEvent))]
    [InlineData("form_submission", null, typeof(FormSubmissionEvent))]
    [InlineData("purchase", null, typeof(PurchaseEvent))]
    [InlineData("payment_succeeded", null, typeof(PaymentSucceededEvent))]
    [InlineData("order_created", null, typeof(OrderCreatedEvent))]
    public async Task An_endpoint_receives_each_event_in_each_variant(string name, string? variant, Type expected)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        string[] options = variant is null ? [] : ["--variant", variant];

        CliResult result = await InProcessCli.RunAsync(s_noVariables, ["trigger", name, "--to", host.Address.ToString(), .. options]);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        WebhookEvent received = await host.Inbox.NextAsync();
        Assert.IsType(expected, received);
        Assert.Equal(name, received.Name);
        Assert.Equal(variant == "test", received is AdminWebhookEvent { IsTest: true });
        Assert.Equal(variant == "bundled", received is AdminPaymentSucceededEvent { OfferIds.Count: 2 });
        Assert.Equal(variant == "nested", received is AdminPurchaseCreatedEvent purchase && purchase.Data.ContainsKey("member"));
        Assert.Equal($"{name}{(variant is null ? "" : $" ({variant})")} sent to {host.Origin}hooks/kajabi: 200", result.Output.TrimEnd());
    }

    [Fact]
    public async Task The_same_transaction_is_a_duplicate_and_the_result_is_JSON()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        Task<CliResult> SendAsync(params string[] more) =>
            InProcessCli.RunAsync(s_noVariables, ["trigger", "payment.succeeded", "--to", host.Address.ToString(), "--json", .. more]);

        CliResult first = await SendAsync("--transaction-id", "330001");
        await SendAsync("--transaction-id", "330001");
        await SendAsync();
        await SendAsync();

        JObject line = JObject.Parse(first.Output);
        Assert.Equal(3, host.Inbox.Count);
        Assert.Equal(
            ("payment.succeeded", JTokenType.Null, 200, $"{host.Origin}hooks/kajabi"),
            ((string?)line["event"], line["variant"]!.Type, (int)line["status"]!, (string?)line["url"])
        );
        Assert.Equal(330001, (int?)line.SelectToken("delivery.payment_transaction.id"));
        Assert.DoesNotContain(WebhookHost.Secret, first.Output + first.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_delivery_is_an_error_that_names_the_status_and_not_the_secret()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        CliResult result = await InProcessCli.RunAsync(
            s_noVariables,
            ["trigger", "order.created", "--to", host.GetAddress("?secret=a-wrong-secret").ToString()]
        );

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("403", result.Error, StringComparison.Ordinal);
        Assert.Contains("secret in the URL", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-secret", result.Error + result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(use: static application =>
            application.MapPost(
                "/moved",
                static () => Results.Redirect($"/hooks/kajabi?secret={WebhookHost.Secret}", permanent: false, preserveMethod: true)
            )
        );

        CliResult result = await InProcessCli.RunAsync(s_noVariables, ["trigger", "order.created", "--to", $"{host.Origin}moved"]);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("307", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, host.Inbox.Count);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_listen_is_a_network_error()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        int port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        CliResult result = await InProcessCli.RunAsync(
            s_noVariables,
            ["trigger", "order.created", "--to", $"http://u:p@127.0.0.1:{port}/h?secret=hidden"]
        );

        Assert.Equal((3, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains($"http://127.0.0.1:{port}/h did not respond (ConnectionError)", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("purchase.updated", "purchase.created", "--to", "http://127.0.0.1/")]
    [InlineData("order.created", "has no variant Nested", "--to", "http://127.0.0.1/", "--variant", "nested")]
    [InlineData("order.created", "nested, bundled or test", "--to", "http://127.0.0.1/", "--variant", "flat")]
    [InlineData("order.created", "digits", "--to", "http://127.0.0.1/", "--transaction-id", "x")]
    [InlineData("tag_added", "admin pages", "--to", "http://127.0.0.1/", "--variant", "nested")]
    [InlineData("tag_added", "admin pages", "--to", "http://127.0.0.1/", "--transaction-id", "5")]
    [InlineData("order.created", "--to", "--to", "127.0.0.1:5000/hooks?secret=hidden")]
    [InlineData("order.created", "--to", "--to", "ftp://127.0.0.1/?secret=hidden")]
    [InlineData("order.created", "--to")]
    public async Task Invalid_arguments_are_usage_errors(string name, string expected, params string[] options)
    {
        CliResult result = await InProcessCli.RunAsync(s_noVariables, ["trigger", name, .. options]);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", result.Error, StringComparison.Ordinal);
    }
}
