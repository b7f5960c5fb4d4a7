using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Store;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>Creates the payload of an event, as the service posts it and as its samples contain it.</summary>
internal static class EventPayload
{
    public static readonly string[] EventNames =
    [
        "purchase",
        "form_submission",
        "tag_added",
        "tag_removed",
        "payment_succeeded",
        "order_created",
    ];

    public static JsonArray Create(SandboxStore store, string origin, string eventName, IEnumerable<SandboxResource> resources)
    {
        ResourceWriter writer = new(store, origin, new SandboxQuery(QueryCollection.Empty), isList: false);
        return
        [
            .. resources.Select(resource =>
                eventName.StartsWith("tag_", StringComparison.Ordinal) ? KeepSiteOnly(writer.Write(resource)) : writer.Write(resource)
            ),
        ];
    }

    /// <summary>Removes the other relationships: in tag events, the tag is in the payload, but not linked to the contact.</summary>
    private static JsonNode KeepSiteOnly(JsonNode resource)
    {
        if (resource["relationships"] is JsonObject relationships)
        {
            foreach (string name in relationships.Select(static pair => pair.Key).Where(static name => name != "site").ToList())
            {
                relationships.Remove(name);
            }
        }

        return resource;
    }
}
