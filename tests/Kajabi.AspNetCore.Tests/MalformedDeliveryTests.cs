using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kajabi.AspNetCore.Tests;

/// <summary>A body that is not a delivery is rejected, is not passed to the handler, and is not remembered.</summary>
public sealed class MalformedDeliveryTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  \r\n")]
    [InlineData("\uFEFF")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("42")]
    [InlineData("\"tag_added\"")]
    [InlineData("[]")]
    [InlineData("[{ \"id\": \"1\", \"type\": \"contacts\" }]")]
    [InlineData("{}")]
    [InlineData("{ \"event\": null, \"payload\": [] }")]
    [InlineData("{ \"event\": 5 }")]
    [InlineData("{ \"event\": \"\" }")]
    [InlineData("{ \"event\": [\"tag_added\"] }")]
    [InlineData("{ \"data\": { \"event\": \"tag_added\" } }")]
    [InlineData("{ \"event\": \"tag_added\", \"payload\": [{ \"id\": ")]
    [InlineData("{ \"event\": \"refund\", \"payload\": []")]
    [InlineData("{ \"event\": \"refund\" } { }")]
    [InlineData("{ \"event\": \"refund\" } x")]
    [InlineData("<html><body>Maintenance</body></html>")]
    [InlineData("event=tag_added&id=5")]
    [InlineData("payload=%7B%22event%22%3A%22tag_added%22%7D")]
    [InlineData("\u0000")]
    public async Task A_body_that_is_not_a_delivery_is_rejected_every_time(string body)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        int[] statuses = [await host.PostAsync(body), await host.PostAsync(body), await host.PostAsync(Deliveries.TagAdded())];

        Assert.Equal([400, 400, 200], statuses);
        Assert.Equal(1, host.Inbox.Count);
    }

    [Fact]
    public async Task A_delivery_that_is_truncated_at_any_position_is_rejected()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        string body = Deliveries.TagAdded().TrimEnd();

        for (int length = 0; length < body.Length; length++)
        {
            Assert.Equal((length, 400), (length, await host.PostAsync(body[..length])));
        }

        Assert.Equal(0, host.Inbox.Count);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n", "15\r\n{ \"event\": \"refund\" }xx0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "zz\r\n{}")]
    [InlineData("Transfer-Encoding: chunked\r\n", "0\r\n\r\n")]
    [InlineData("Content-Length: 10\r\n", "{ \"event\": \"refund\" }")]
    [InlineData("Content-Length: 0\r\n", "{ \"event\": \"refund\" }")]
    [InlineData("Expect: 100-continue\r\nContent-Length: 0\r\n", "")]
    public async Task A_body_with_invalid_framing_is_rejected(string headers, string body)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        Assert.Equal(400, await RawHttp.PostAsync(host, headers, Encoding.UTF8.GetBytes(body)));
        Assert.Equal(0, host.Inbox.Count);
    }

    [Theory]
    [InlineData("Content-Length: 500\r\n", "{ \"event\": \"refund\" }")]
    [InlineData("Content-Length: 500\r\n", "")]
    [InlineData("Transfer-Encoding: chunked\r\n", "15\r\n{ \"event\": \"refund\" }\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "F0\r\n{ \"event\": \"refund\" }\r\n")]
    [InlineData("Expect: 100-continue\r\nContent-Length: 500\r\n", "{ \"event\": ")]
    [InlineData("Content-Encoding: gzip\r\nContent-Length: 500\r\n", "")]
    public async Task An_incomplete_body_is_rejected_without_an_exception(string headers, string body)
    {
        TaskCompletionSource<int> ended = new();
        await using WebhookHost host = await WebhookHost.StartAsync(use: application =>
            application.Use(
                async (context, next) =>
                {
                    try
                    {
                        await next(context);
                        ended.TrySetResult(context.Response.StatusCode);
                    }
                    catch (Exception exception)
                    {
                        ended.TrySetException(exception);
                        throw;
                    }
                }
            )
        );

        await RawHttp.PostAsync(host, headers, Encoding.UTF8.GetBytes(body), endsEarly: true);

        Assert.True(await ended.Task.WaitAsync(TimeSpan.FromMinutes(1)) is 400 or 499);
        Assert.Equal(0, host.Inbox.Count);
    }

    [Fact]
    public async Task A_complete_body_is_read_after_100_continue_and_in_chunks()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        byte[] body = "{ \"event\": \"refund\" }"u8.ToArray();
        byte[] chunked = "9\r\n{\"event\":\r\nA\r\n\"refund\" }\r\n0\r\n\r\n"u8.ToArray();

        Assert.Equal(200, await RawHttp.PostAsync(host, "Expect: 100-continue\r\nContent-Length: 21\r\n", body));
        Assert.Equal(200, await RawHttp.PostAsync(host, "Transfer-Encoding: chunked\r\n", chunked));
        Assert.Equal(2, host.Inbox.Count);
    }

    [Theory]
    [InlineData("application/json; charset=iso-8859-1", "iso-8859-1", 415)]
    [InlineData("application/json; charset=\"ISO-8859-1\"", "utf-8", 415)]
    [InlineData("application/json; charset=windows-1252", "utf-8", 415)]
    [InlineData("application/json", "iso-8859-1", 400)]
    [InlineData("application/json; charset=utf-8", "iso-8859-1", 400)]
    [InlineData("application/json", "utf-8", 200)]
    [InlineData("application/json; charset=utf-8", "utf-8", 200)]
    [InlineData("application/json; charset=utf-16", "utf-16", 200)]
    [InlineData("application/json", "utf-32", 200)]
    public async Task A_body_in_an_unsupported_charset_is_rejected(string contentType, string encoding, int expected)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        const string json = """{ "event": "refund", "member": { "name": "Jörg" } }""";
        using ByteArrayContent content = new(Encoding.GetEncoding(encoding).GetBytes(json));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        Assert.Equal(expected, await host.SendAsync(HttpMethod.Post, content: content));
        Assert.Equal(expected == 200 ? 1 : 0, host.Inbox.Count);
    }

    [Theory]
    [InlineData("""{ "id": "e", "event": "purchase.created", "payload": { "customer": { "email": "a@example.com" } } }""")]
    [InlineData("""{ "id": 1, "event": "payment.succeeded", "offer": 1, "member": null, "payment_transaction": [2] }""")]
    [InlineData("""{ "event": "tag_added", "payload": [5, { "\ud800": 1e400 }] }""")]
    [InlineData("""{ "event": "tag_added", "payload": "none" }""")]
    [InlineData("""{ "event": "tag_added" }""")]
    [InlineData("""{ "event": "tag_added", "errors": [{ "status": "500" }] }""")]
    public async Task An_event_of_an_unknown_shape_is_passed_to_the_handler_with_its_raw_JSON(string body)
    {
        await using WebhookHost host = await WebhookHost.StartAsync();

        Assert.Equal(200, await host.PostAsync(body));
        Assert.Equal(body, Assert.IsType<UnknownEvent>(await host.Inbox.NextAsync()).RawJson);
    }

    [Fact]
    public async Task A_body_that_a_middleware_buffered_is_read_again_and_a_consumed_body_is_rejected()
    {
        await using WebhookHost buffering = await WebhookHost.StartAsync(use: static application =>
            application.Use(
                async (context, next) =>
                {
                    context.Request.EnableBuffering();
                    await context.Request.Body.CopyToAsync(Stream.Null);
                    await next(context);
                }
            )
        );
        await using WebhookHost consuming = await WebhookHost.StartAsync(use: static application =>
            application.Use(
                async (context, next) =>
                {
                    await context.Request.Body.CopyToAsync(Stream.Null);
                    await next(context);
                }
            )
        );

        Assert.Equal(200, await buffering.PostAsync(Deliveries.TagAdded()));
        Assert.IsType<TagAddedEvent>(await buffering.Inbox.NextAsync());
        Assert.Equal(400, await consuming.PostAsync(Deliveries.TagAdded()));
        Assert.Equal(0, consuming.Inbox.Count);
    }

    [Fact]
    public async Task Identical_bodies_at_two_URLs_are_two_deliveries()
    {
        await using WebhookHost host = await WebhookHost.StartAsync(use: static application =>
            application.MapKajabiWebhook("/sites/{site}")
        );

        int[] statuses =
        [
            await host.PostAsync(Deliveries.TagAdded(), new Uri(host.Origin, $"/sites/a?secret={WebhookHost.Secret}")),
            await host.PostAsync(Deliveries.TagAdded(), new Uri(host.Origin, $"/sites/b?secret={WebhookHost.Secret}")),
            await host.PostAsync(Deliveries.TagAdded(), new Uri(host.Origin, $"/sites/a?secret={WebhookHost.Secret}")),
        ];

        Assert.Equal([200, 200, 200], statuses);
        Assert.Equal(2, host.Inbox.Count);
    }
}
