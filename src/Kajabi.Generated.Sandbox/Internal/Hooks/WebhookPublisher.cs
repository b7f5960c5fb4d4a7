using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Hooks;

/// <summary>Tells the webhooks of a site what happened on it.</summary>
/// <param name="store">The data, webhooks among it.</param>
/// <param name="sender">Posts what is told.</param>
/// <param name="origin">The address of the sandbox, for links.</param>
internal sealed class WebhookPublisher(SandboxStore store, WebhookSender sender, string origin)
{
    /// <summary>Tells of an event.</summary>
    /// <param name="kind">The event on the wire.</param>
    /// <param name="narrowedBy">The ids of which a webhook may name one as its <c>resource_id</c>.</param>
    /// <param name="resources">What the event is about, the resource that triggered it first.</param>
    public void Tell(string kind, IEnumerable<string> narrowedBy, params IEnumerable<SandboxResource> resources)
    {
        List<SandboxResource> told = [.. resources];
        string? siteId = store.SiteOf(told[0]);
        foreach (SandboxResource hook in store.All("hooks"))
        {
            if (
                hook.Text("event") == kind
                && store.SiteOf(hook) == siteId
                && (hook.Text("resource_id") is not { } id || narrowedBy.Contains(id))
            )
            {
                JsonObject body = new()
                {
                    ["id"] = told[0].Id,
                    ["event"] = kind,
                    ["payload"] = EventPayload.Write(store, origin, kind, told),
                };
                sender.Post(hook, kind, body.ToJsonString());
            }
        }
    }

    /// <summary>Asks a new webhook whether it is there.</summary>
    public void Probe(SandboxResource hook) => sender.Probe(hook);
}
