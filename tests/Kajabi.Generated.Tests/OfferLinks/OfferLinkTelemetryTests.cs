using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Kajabi.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Kajabi.Tests.OfferLinks;

/// <summary>No log, span or measurement contains a link, neither those of the SDK nor those of .NET. Over a real socket.</summary>
[Collection(nameof(PlatformTelemetryTests.GlobalListeners))]
public sealed class OfferLinkTelemetryTests
{
    private const string Token = OfferLinkServer.Token;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_that_is_recorded_contains_the_link(bool isSdkListenedTo)
    {
        using LoopbackServer server = new(static _ => "422 Unprocessable Entity\r\nContent-Length: 19\r\n\r\n{\"name\":\"is wrong\"}");
        ConcurrentQueue<string> recorded = [];
        using ActivityListener spans = ListenToSpans(recorded, isSdkListenedTo);
        using MeterListener meters = ListenToMeters(recorded, isSdkListenedTo);
        FakeLogCollector logs = new();
        await using ServiceProvider provider = Register(logs);

        await CallAsync(provider.GetRequiredService<OfferLinkClient>(), server);

        string log = string.Join('\n', logs.GetSnapshot().Select(static record => $"{record.Category} {record.Message}"));
        Assert.Contains(
            $"{KajabiTelemetry.Name} POST /webhooks/offers/{{token}}/{{id}}/activate returned 422",
            log,
            StringComparison.Ordinal
        );
        Assert.Contains(Token, Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.NotEmpty(recorded);
        Assert.Equal(
            isSdkListenedTo,
            recorded.Any(static text => text.Contains("POST /webhooks/offers/{token}/{id}/activate", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(Token, log + string.Join('\n', recorded), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_on_loopback_uses_no_proxy()
    {
        using LoopbackServer proxy = new(static _ => "502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
        using LoopbackServer server = new(static _ => "204 No Content\r\n\r\n");
        OfferLinkClientOptions options = new() { Proxy = new WebProxy(proxy.Address), Retry = { MaxAttempts = 1 } };
        using OfferLinkClient links = new(options);

        Assert.Equal(OfferLinkStatus.Granted, (await CallAsync(links, server)).Status);
        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            links.RevokeAsync(OfferLink.Parse(OfferLinkServer.Link), OfferLinkServer.Member)
        );

        Assert.Contains($"The proxy 127.0.0.1:{proxy.Port} returned status 502 for CONNECT", exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("CONNECT checkout.kajabi.com:443 ", Assert.Single(proxy.Requests), StringComparison.Ordinal);
    }

    private static Task<OfferLinkResult> CallAsync(OfferLinkClient links, LoopbackServer server) =>
        links.GrantAsync(
            OfferLink.Parse($"{server.Address}webhooks/offers/{Token}/1/activate"),
            OfferLinkServer.Member,
            WelcomeEmail.DoNotSend
        );

    private static ServiceProvider Register(FakeLogCollector logs)
    {
        ServiceCollection services = new();
        services.AddLogging(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(logs)));
        services.AddKajabiOfferLinks();
        return services.BuildServiceProvider();
    }

    private static ActivityListener ListenToSpans(ConcurrentQueue<string> recorded, bool isSdkListenedTo)
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = source => isSdkListenedTo || source.Name != KajabiTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => recorded.Enqueue($"{span.Source.Name} {span.DisplayName} {string.Join(' ', span.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener ListenToMeters(ConcurrentQueue<string> recorded, bool isSdkListenedTo)
    {
        MeterListener meters = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (isSdkListenedTo || instrument.Meter.Name != KajabiTelemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<double>(
            (instrument, _, tags, _) => recorded.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}")
        );
        meters.SetMeasurementEventCallback<long>(
            (instrument, _, tags, _) => recorded.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}")
        );
        meters.Start();
        return meters;
    }
}
