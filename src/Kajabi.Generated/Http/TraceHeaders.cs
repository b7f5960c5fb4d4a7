using System.Diagnostics;

namespace Kajabi.Http;

/// <summary>Writes the headers of distributed tracing when the spans of the .NET handler are off.</summary>
internal static class TraceHeaders
{
    private static readonly HttpRequestOptionsKey<HashSet<string>> s_key = new("Kajabi.TraceHeaders");

    /// <summary>
    /// Sets the headers of the current span. Headers set by the application are kept; those of an earlier attempt are replaced.
    /// </summary>
    public static void Set(HttpRequestMessage request, Activity activity, DistributedContextPropagator? propagator)
    {
        if (!request.Options.TryGetValue(s_key, out HashSet<string>? written))
        {
            request.Options.Set(s_key, written = []);
        }

        foreach (string name in written)
        {
            request.Headers.Remove(name);
        }

        written.Clear();
        propagator?.Inject(
            activity,
            (request, written),
            static (carrier, name, value) =>
            {
                if (
                    carrier is (HttpRequestMessage target, HashSet<string> added)
                    && !target.Headers.Contains(name)
                    && target.Headers.TryAddWithoutValidation(name, value)
                )
                {
                    added.Add(name);
                }
            }
        );
    }
}
