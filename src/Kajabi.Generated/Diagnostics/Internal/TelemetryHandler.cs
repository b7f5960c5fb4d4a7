using System.Diagnostics;
using System.Globalization;

namespace Kajabi.Diagnostics.Internal;

/// <summary>
/// Creates a span and records metrics for each request sent, including retries and token requests: the OpenTelemetry conventions
/// require one span per request, and none around the retries of a call.
/// </summary>
/// <param name="telemetry">Records logs and metrics.</param>
/// <param name="time">The clock.</param>
internal sealed class TelemetryHandler(Telemetry telemetry, TimeProvider time) : DelegatingHandler
{
    private static readonly ActivitySource s_source = new(KajabiTelemetry.Name);

    /// <summary>Whether the SDK's spans have a listener.</summary>
    public static bool IsListenedTo => s_source.HasListeners();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        TagList tags = RequestTags.Create(request);
        using Activity? activity = Start(request, tags);
        long start = time.GetTimestamp();
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            int status = (int)response.StatusCode;
            Add(activity, ref tags, "http.response.status_code", status);
            Add(
                activity,
                ref tags,
                "network.protocol.version",
                response.Version.Major > 1 ? $"{response.Version.Major}" : $"{response.Version}"
            );
            if (status >= 400)
            {
                Fail(activity, ref tags, status.ToString(CultureInfo.InvariantCulture));
            }

            telemetry.ResponseReceived(request, response, time.GetElapsedTime(start), tags);
            return response;
        }
        catch (Exception exception)
        {
            string error = RequestTags.GetErrorType(exception);
            Fail(activity, ref tags, error);
            telemetry.RequestFailed(request, error, time.GetElapsedTime(start), tags);
            throw;
        }
    }

    private static Activity? Start(HttpRequestMessage request, in TagList tags)
    {
        if (!IsListenedTo)
        {
            return null;
        }

        string name = RouteTemplate.Get(request) is { } template ? $"{request.Method} {template}" : request.Method.Method;
        Activity? activity = s_source.StartActivity(name, ActivityKind.Client, parentContext: default, tags);
        if (RequestState.Get(request).Attempts is > 0 and int resends)
        {
            activity?.SetTag("http.request.resend_count", resends);
        }

        return activity;
    }

    private static void Fail(Activity? activity, ref TagList tags, string error)
    {
        Add(activity, ref tags, "error.type", error);
        activity?.SetStatus(ActivityStatusCode.Error);
    }

    private static void Add(Activity? activity, ref TagList tags, string name, object value)
    {
        activity?.SetTag(name, value);
        tags.Add(name, value);
    }
}
