using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kajabi.Diagnostics.Internal;

/// <summary>Tells of drift: to the meter with every answer, to the log and the subscriber the first time.</summary>
/// <param name="subscriber">The application's; null for none.</param>
/// <param name="telemetry">The meter and the log.</param>
internal sealed class DriftReporter(Action<ContractDrift>? subscriber, Telemetry telemetry)
{
    private readonly ConcurrentDictionary<DriftCollector.Finding, bool> _reported = new();

    public void Report(DriftCollector drift, HttpRequestMessage? request)
    {
        foreach (DriftCollector.Finding finding in drift.Findings)
        {
            bool isFirst = _reported.Count < DriftCollector.MaxFindings && _reported.TryAdd(finding, true);
            if (isFirst || _reported.ContainsKey(finding))
            {
                Count(finding, request);
            }

            if (isFirst)
            {
                Tell(new ContractDrift(finding.Kind, finding.ResourceType, finding.Path, finding.Value, OperationOf(request)));
            }
        }
    }

    private static string OperationOf(HttpRequestMessage? request) =>
        request is null ? string.Empty : $"{request.Method} {RouteTemplate.Of(request)}";

    private void Count(DriftCollector.Finding finding, HttpRequestMessage? request)
    {
        TagList tags = new() { { "kajabi.drift.kind", finding.Kind.ToString() }, { "kajabi.drift.path", finding.Path } };
        if (finding.ResourceType is { } type)
        {
            tags.Add("kajabi.resource.type", type);
        }

        if (request is not null && RouteTemplate.Of(request) is { } template)
        {
            tags.Add("http.request.method", request.Method.Method);
            tags.Add("url.template", template);
        }

        telemetry.Instruments.Drift.Add(1, tags);
    }

    private void Tell(ContractDrift drift)
    {
        KajabiLog.ContractDriftDetected(telemetry.Log, drift.Operation, drift.Kind, drift.ResourceType, drift.Path, drift.Value);
        try
        {
            subscriber?.Invoke(drift);
        }
#pragma warning disable CA1031 // Whatever a subscriber throws, the call that it was told of has succeeded.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            KajabiLog.ContractDriftCallbackFailed(telemetry.Log, exception.GetType().Name);
        }
    }
}
