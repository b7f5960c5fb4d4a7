using System.Net;
using Kajabi.Sandbox.Internal.Data;
using Kajabi.Sandbox.Internal.Secrets;

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

    /// <summary>Returns why nothing is sent to a URL; null if it is.</summary>
    /// <param name="target">The URL; null if there is none.</param>
    /// <param name="hosts">The hosts of other machines that are sent to.</param>
    public static string? FindProblem(Uri? target, ISet<string> hosts) =>
        target is null ? "The webhook has no absolute http or https URL."
        : IsLoopback(target) || hosts.Contains(target.DnsSafeHost) ? null
        : $"The host {target.DnsSafeHost} is not this machine, so nothing is sent to it. kajabi sandbox --webhook-host "
            + $"{target.DnsSafeHost} allows it, and in .NET KajabiSandboxOptions.WebhookHosts.";

    /// <summary>Returns a URL without its user name, password, query and fragment, which may contain secrets.</summary>
    /// <param name="target">The URL.</param>
    /// <param name="hasPath">Whether the path is kept. Many services that receive webhooks have a secret in it.</param>
    public static string Redact(Uri target, bool hasPath) =>
        hasPath || target.AbsolutePath == "/"
            ? target.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : $"{target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}/{SecretRedactor.Redacted}";
}
