using System.Collections.Concurrent;
using System.Diagnostics;

namespace Acme;

/// <summary>Each request leaves a span that any listener of .NET can take, OpenTelemetry among them.</summary>
public sealed class WatchTheCalls : Story
{
    [Fact]
    public async Task A_span_tells_the_operation_and_no_id()
    {
        KajabiClient kajabi = Client;
        ConcurrentQueue<string> spans = [];

        #region spans
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == KajabiTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => spans.Enqueue(span.DisplayName),
        };
        ActivitySource.AddActivityListener(listener);
        await kajabi.Contacts.GetContactAsync("123");
        #endregion

        Assert.Contains("GET /v1/contacts/{id}", spans);
    }
}
