using System.Collections.Concurrent;
using System.Diagnostics;

namespace Acme;

/// <summary>Each request creates an activity for .NET listeners such as OpenTelemetry.</summary>
public sealed class TraceRequests : Example
{
    [Fact]
    public async Task A_span_is_named_after_the_operation_without_ids()
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
