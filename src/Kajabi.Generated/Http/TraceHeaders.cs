using System.Diagnostics;

namespace Kajabi.Http;

/// <summary>Writes the headers of distributed tracing where the platform's handler does not, because its spans are off.</summary>
internal static class TraceHeaders
{
    private static readonly HttpRequestOptionsKey<HashSet<string>> s_key = new("Kajabi.TraceHeaders");

    /// <summary>Sets the headers of the current span. Headers that the application set stay; those of an earlier attempt are replaced.</summary>
    public static void Set(HttpRequestMessage request, Activity activity, DistributedContextPropagator? propagator)
    {
        if (!request.Options.TryGetValue(s_key, out HashSet<string>? ours))
        {
            request.Options.Set(s_key, ours = []);
        }

        foreach (string name in ours)
        {
            request.Headers.Remove(name);
        }

        ours.Clear();
        propagator?.Inject(
            activity,
            (request, ours),
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
