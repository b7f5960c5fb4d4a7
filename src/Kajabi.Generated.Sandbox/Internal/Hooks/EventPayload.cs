using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Store;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Hooks;

/// <summary>The resources of an event as the service posts them, and as its samples show them.</summary>
internal static class EventPayload
{
    public static readonly string[] Kinds =
    [
        "purchase",
        "form_submission",
        "tag_added",
        "tag_removed",
        "payment_succeeded",
        "order_created",
    ];

    public static JsonArray Write(SandboxStore store, string origin, string kind, IEnumerable<SandboxResource> resources)
    {
        ResourceWriter writer = new(store, origin, new SandboxQuery(QueryCollection.Empty), isList: false);
        return
        [
            .. resources.Select(resource =>
                kind.StartsWith("tag_", StringComparison.Ordinal) ? OnlySite(writer.Write(resource)) : writer.Write(resource)
            ),
        ];
    }

    /// <summary>In events about tags nothing says which tag of the contact is meant, but that it comes with it.</summary>
    private static JsonNode OnlySite(JsonNode resource)
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
