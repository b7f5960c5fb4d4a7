using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Kajabi.AspNetCore.Internal;

/// <summary>
/// Removes the query of the URL, and the secret wherever else a request contains it, so that later code and logs do not see it:
/// the raw target, headers in which proxies and browsers send the URL, route values and activity tags.
/// </summary>
/// <param name="secrets">The secrets of the options.</param>
internal sealed partial class AddressRedactor(IReadOnlyList<string> secrets)
{
    private const string Replacement = "REDACTED";

    /// <summary>Redacts a request. A wrong secret is redacted too: it may be an old one, or mistyped.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isRouted">Whether routing is done, so that the path may be redacted too.</param>
    public void Redact(HttpContext context, bool isRouted)
    {
        HttpRequest request = context.Request;
        IEnumerable<string> received = request.Query[SecretValidator.Parameter].OfType<string>();
        string[] values = [.. secrets, .. received.Where(static value => value.Length >= KajabiWebhookOptions.MinSecretLength)];

        request.Query = QueryCollection.Empty;
        request.QueryString = QueryString.Empty;
        if (context.Features.Get<IHttpRequestFeature>() is { } feature)
        {
            string target = feature.RawTarget ?? string.Empty;
            feature.RawTarget = Redact(target.AsSpan().IndexOfAny('?', '#') is >= 0 and int end ? target[..end] : target, values);
            feature.Path = isRouted ? Redact(feature.Path, values) : feature.Path;
            feature.PathBase = isRouted ? Redact(feature.PathBase, values) : feature.PathBase;
        }

        foreach ((string name, StringValues header) in request.Headers.ToList())
        {
            string?[] redacted = [.. header.Select(value => value is null ? null : Redact(value, values))];
            if (!header.SequenceEqual(redacted))
            {
                request.Headers[name] = redacted;
            }
        }

        foreach ((string name, object? value) in request.RouteValues.ToList())
        {
            request.RouteValues[name] = value is string text ? Redact(text, values) : value;
        }

        Redact(context.Features.Get<IHttpActivityFeature>()?.Activity, values);
        Redact(Activity.Current, values);
    }

    private static void Redact(Activity? innermost, string[] values)
    {
        for (Activity? activity = innermost; activity is not null; activity = activity.Parent)
        {
            activity.DisplayName = Redact(activity.DisplayName, values);
            foreach ((string name, object? value) in activity.TagObjects.ToList())
            {
                if (value is string text && Redact(text, values) is { } redacted && redacted != text)
                {
                    activity.SetTag(name, redacted);
                }
            }
        }
    }

    private static string Redact(string text, string[] values) =>
        values.Aggregate(
            SecretParameter().Replace(text, $"$1{Replacement}"),
            static (current, value) => current.Replace(value, Replacement, StringComparison.Ordinal)
        );

    [GeneratedRegex("""(secret(?:=|%3D))[^&\s"'#;,<>]*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretParameter();
}
