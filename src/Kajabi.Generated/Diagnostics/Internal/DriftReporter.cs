using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kajabi.Diagnostics.Internal;

/// <summary>Reports contract drift: a metric for each response, a log entry and callback once per finding.</summary>
/// <param name="callback">The callback of the application; null for none.</param>
/// <param name="telemetry">Records metrics and logs.</param>
internal sealed class DriftReporter(Action<ContractDrift>? callback, Telemetry telemetry)
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
                Notify(new ContractDrift(finding.Kind, finding.ResourceType, finding.Path, finding.Value, GetOperation(request)));
            }
        }
    }

    private static string GetOperation(HttpRequestMessage? request) =>
        request is null ? string.Empty : $"{request.Method} {RouteTemplate.Get(request)}";

    private void Count(DriftCollector.Finding finding, HttpRequestMessage? request)
    {
        TagList tags = new() { { "kajabi.drift.kind", finding.Kind.ToString() }, { "kajabi.drift.path", finding.Path } };
        if (finding.ResourceType is { } type)
        {
            tags.Add("kajabi.resource.type", type);
        }

        if (request is not null && RouteTemplate.Get(request) is { } template)
        {
            tags.Add("http.request.method", request.Method.Method);
            tags.Add("url.template", template);
        }

        telemetry.Instruments.Drift.Add(1, tags);
    }

    private void Notify(ContractDrift drift)
    {
        KajabiLog.ContractDriftDetected(telemetry.Log, drift.Operation, drift.Kind, drift.ResourceType, drift.Path, drift.Value);
        try
        {
            callback?.Invoke(drift);
        }
#pragma warning disable CA1031 // An exception of the callback must not fail a successful request.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            KajabiLog.ContractDriftCallbackFailed(telemetry.Log, exception.GetType().Name);
        }
    }
}
