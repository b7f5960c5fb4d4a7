using System.Net;
using Kajabi.Sandbox.Internal.Data;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>The URLs of webhooks.</summary>
internal static class WebhookTarget
{
    /// <summary>Returns an absolute http or https URL; null for any other text.</summary>
    public static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? target) && target.Scheme is "http" or "https" && UnicodeText.IsValid(text!)
            ? target
            : null;

    /// <summary>Returns whether a URL is on this machine. Other names could resolve to another one.</summary>
    public static bool IsLoopback(Uri target) =>
        target.Host == "localhost" || (IPAddress.TryParse(target.DnsSafeHost, out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>Returns a URL without its user name, password, query and fragment, which may contain secrets.</summary>
    public static string Redact(Uri target) =>
        target.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
