using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Kajabi.Tests.Resilience;

namespace Kajabi.Tests.Diagnostics;

/// <summary>Spans and durations follow OpenTelemetry's semantic conventions for HTTP clients.</summary>
public sealed class TracingTests
{
    private const string Searched = "tracing-marker@example.org";

    [Fact]
    public async Task Each_attempt_is_a_span_named_after_its_route()
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi().WithTokenAsync();
        kajabi.Then(HttpStatusCode.ServiceUnavailable);
        List<Activity> spans = await ListenAsync(async () => await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7")));

        Assert.Equal(["GET /v1/contacts/{id}", "GET /v1/contacts/{id}"], spans.Select(static span => span.DisplayName));
        Assert.All(spans, static span => Assert.Equal(ActivityKind.Client, span.Kind));
        Assert.Equal([null, 1], spans.Select(static span => span.GetTagItem("http.request.resend_count")));
        Assert.Equal([503, 200], spans.Select(static span => span.GetTagItem("http.response.status_code")));
        Assert.Equal(["503", null], spans.Select(static span => span.GetTagItem("error.type")));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], spans.Select(static span => span.Status));
        Assert.Equal(
            ("GET", "/v1/contacts/{id}", "api.kajabi.com", 443),
            (
                spans[0].GetTagItem("http.request.method"),
                spans[0].GetTagItem("url.template"),
                spans[0].GetTagItem("server.address"),
                spans[0].GetTagItem("server.port")
            )
        );
    }

    [Fact]
    public async Task A_request_without_a_response_has_the_error_type_tag()
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi(static options => options.Retry.MaxAttempts = 1).WithTokenAsync();
        kajabi.Then(new HttpRequestException(HttpRequestError.ConnectionError, Searched));

        Activity span = Assert.Single(
            await ListenAsync(async () => await kajabi.CallAsync(client => client.Contacts.GetContactAsync("7")))
        );

        Assert.Equal("connection_error", span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task Spans_and_measurements_contain_no_personal_data()
    {
        List<string> written = [];
        using MeterListener meters = new();
        meters.InstrumentPublished = static (instrument, it) =>
        {
            if (instrument.Meter.Name == KajabiTelemetry.Name)
            {
                it.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>(
            (instrument, _, tags, _) =>
            {
                lock (written)
                {
                    written.Add(
                        $"{instrument.Name} {instrument.Unit} "
                            + string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))
                    );
                }
            }
        );
        meters.Start();
        using ScriptedKajabi kajabi = new();

        List<Activity> spans = await ListenAsync(async () =>
            await Record.ExceptionAsync(() => kajabi.Client.Contacts.ListContactsAsync(new ListContactsQuery { Search = Searched }))
        );

        lock (written)
        {
            written.AddRange(
                spans.SelectMany(static span => span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName))
            );
            Assert.Contains(
                written,
                static line =>
                    line.StartsWith(
                        "http.client.request.duration s http.request.method=GET url.template=/v1/contacts "
                            + "server.address=api.kajabi.com server.port=443",
                        StringComparison.Ordinal
                    )
            );
            Assert.Contains("POST /v1/oauth/token", written);
            Assert.DoesNotContain(
                written,
                static line => line.Contains("marker", StringComparison.Ordinal) || line.Contains("token-1", StringComparison.Ordinal)
            );
        }
    }

    /// <summary>Returns the spans of an action, without those of concurrent tests.</summary>
    private static async Task<List<Activity>> ListenAsync(Func<Task> action)
    {
        List<Activity> spans = [];
        using Activity root = new Activity("test").Start();
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == KajabiTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await action();
        root.Stop();
        lock (spans)
        {
            return [.. spans.Where(span => span.TraceId == root.TraceId)];
        }
    }
}
