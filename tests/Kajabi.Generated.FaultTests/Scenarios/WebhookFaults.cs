using System.Net;
using System.Text;
using Kajabi.AspNetCore;
using Kajabi.Tests.Table;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kajabi.Tests.Scenarios;

/// <summary>Webhook deliveries that are forged, of another shape, or too large.</summary>
internal static class WebhookFaults
{
    public static FaultSection Section { get; } =
        new FaultSection("webhook")
            .Add(
                1,
                "webhook endpoint",
                "a delivery without the secret in the URL, or with a wrong one",
                "403, the handler is not called",
                static async scenario =>
                {
                    const string secret = "webhook-secret-0123456789";
                    WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
                    builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(scenario.LeakDetector);
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    builder.Services.AddKajabiWebhookHandler<Counter>(options => options.Secrets = [secret]);
                    builder.Services.AddSingleton<Count>();
                    await using WebApplication application = builder.Build();
                    application.MapKajabiWebhook("/hooks");
                    await application.StartAsync();
                    using HttpClient http = LoopbackHttp.Create(new Uri(application.Urls.First()));
                    foreach (
                        (string address, HttpStatusCode status) in (IEnumerable<(string, HttpStatusCode)>)
                            [
                                ("/hooks", HttpStatusCode.Forbidden),
                                ("/hooks?secret=", HttpStatusCode.Forbidden),
                                ("/hooks?secret=webhook-secret-0123456780", HttpStatusCode.Forbidden),
                                ("/hooks?Secret=x&secret=" + secret + "x", HttpStatusCode.Forbidden),
                                ("/hooks?secret=" + secret, HttpStatusCode.OK),
                            ]
                    )
                    {
                        using StringContent body = new("""{"id":"1","event":"purchase","payload":[{"id":"1","type":"purchases"}]}""");
                        body.Headers.Add("X-Signature", "sha256=forged");
                        Assert.Equal(status, (await http.PostAsync(new Uri(address, UriKind.Relative), body)).StatusCode);
                    }

                    Assert.Equal(1, application.Services.GetRequiredService<Count>().Handled);
                }
            )
            .Add(
                2,
                "delivery",
                "the formats of API webhooks and of admin webhooks, any JSON",
                "both formats typed, the others UnknownEvent with raw JSON, nothing is thrown",
                static async _ =>
                {
                    Assert.IsType<PurchaseEvent>(
                        await ReadAsync("""{"id":"1","event":"purchase","payload":[{"id":"1","type":"purchases"}]}""")
                    );
                    Assert.IsType<AdminPaymentSucceededEvent>(
                        await ReadAsync(
                            """{"event":"payment.succeeded","offer":{"id":1},"member":{"email":"x"},"payment_transaction":{}}"""
                        )
                    );
                    Assert.IsType<AdminPurchaseCreatedEvent>(
                        await ReadAsync("""{"id":5,"event":"purchase.created","payload":{"member_email":"x"}}""")
                    );
                    foreach (
                        string other in (string[])
                            [
                                """{"event":"payment.succeeded","offer":1,"member":null}""",
                                """{"id":5,"event":"purchase.created","payload":{"email":"x"}}""",
                                """{"event":"tag_added","payload":[]}""",
                                """{"event":5,"payload":5}""",
                                """{"event":"tag_added","payload":[null,5,[]]}""",
                                "[]",
                                "null",
                                "",
                                "<html>",
                                "{\"event\":",
                                "\0",
                            ]
                    )
                    {
                        Assert.Equal(other, Assert.IsType<UnknownEvent>(await ReadAsync(other)).RawJson);
                    }
                }
            )
            .Add(
                3,
                "delivery",
                "resources in any order, without linkage to the related one",
                "found by type",
                static async _ =>
                {
                    TagAddedEvent tagged = Assert.IsType<TagAddedEvent>(
                        await ReadAsync(
                            """
                            {"id":"1","event":"tag_added","payload":[
                              {"id":"7","type":"sites"},
                              {"id":"3","type":"contact_tags","attributes":{"name":"VIP"}},
                              {"id":"1","type":"contacts"}]}
                            """
                        )
                    );
                    Assert.Equal(("1", "VIP"), (tagged.Contact.Id, tagged.Tag?.Attributes.Name));
                }
            )
            .Add(
                4,
                "delivery",
                "10 MB, or nested 100,000 deep",
                "rejected, and no more than the limit is read",
                static async scenario =>
                {
                    await using CountingStream large = new(10 * 1024 * 1024);
                    await scenario.AssertFailsAsync<KajabiSerializationException>(() => WebhookParser.ParseAsync(large));
                    Assert.InRange(large.BytesRead, 1, WebhookParser.DefaultMaxBytes + (64 * 1024));
                    await scenario.AssertFailsAsync<KajabiSerializationException>(() =>
                        ReadAsync("{\"event\":\"x\",\"payload\":" + new string('[', 100_000))
                    );
                    await scenario.AssertFailsAsync<KajabiSerializationException>(() =>
                        ReadAsync("{\"event\":\"x\",\"deep\":" + string.Concat(Enumerable.Repeat("{\"a\":", 100_000)))
                    );
                }
            )
            .Add(
                null,
                "delivery",
                "invalid UTF-8, UTF-16, a byte order mark",
                "an event or UnknownEvent, nothing is thrown",
                static async _ =>
                {
                    foreach (
                        byte[] bytes in (byte[][])
                            [
                                [0xff, 0xfe, 0, 1],
                                Encoding.Unicode.GetBytes("{\"event\":\"x\"}"),
                                [0xef, 0xbb, 0xbf, .. "{\"event\":\"x\"}"u8],
                                [0xc3],
                            ]
                    )
                    {
                        using MemoryStream body = new(bytes);
                        Assert.IsType<UnknownEvent>(await WebhookParser.ParseAsync(body));
                    }
                }
            )
            .Add(
                null,
                "delivery",
                "a duplicate delivery",
                "the same key for a duplicate, another key for another delivery",
                static async _ =>
                {
                    const string json = """{"id":"1","event":"purchase","payload":[]}""";
                    Assert.Equal((await ReadAsync(json)).DeduplicationKey, (await ReadAsync(json)).DeduplicationKey);
                    Assert.NotEqual(
                        (await ReadAsync(json)).DeduplicationKey,
                        (await ReadAsync("""{"id":"2","event":"purchase","payload":[]}""")).DeduplicationKey
                    );
                }
            );

    private static async Task<WebhookEvent> ReadAsync(string json)
    {
        using MemoryStream body = new(Encoding.UTF8.GetBytes(json));
        return await WebhookParser.ParseAsync(body);
    }

    private sealed class Count
    {
        public int Handled { get; set; }
    }

    private sealed class Counter(Count count) : IKajabiWebhookHandler
    {
        public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
        {
            count.Handled++;
            return Task.CompletedTask;
        }
    }

    /// <summary>A body of spaces that counts the bytes read.</summary>
    private sealed class CountingStream(long length) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int issued = (int)Math.Min(count, length - BytesRead);
            buffer.AsSpan(offset, issued).Fill((byte)' ');
            BytesRead += issued;
            return issued;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
