using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Responses that belong to no resource type.</summary>
internal static class StaticResponses
{
    public static JsonObject CreateVersion(string origin) =>
        new()
        {
            ["meta"] = new JsonObject { ["title"] = "Kajabi sandbox", ["version"] = "1.1.0" },
            ["links"] = new JsonObject { ["documentation"] = $"{origin}/docs" },
            ["jsonapi"] = new JsonObject
            {
                ["version"] = "1.0",
                // The service misspells this member.
                ["specficiation"] = "https://jsonapi.org/format/1.0/",
            },
        };

    /// <summary>Returns an HTML page, as the service does for an unknown path.</summary>
    public static SandboxResponse UnknownPath() => new(404, JsonValue.Create("<!DOCTYPE html><title>Not found</title>"), "text/html");

    /// <summary>
    /// Returns the resources of a sample event as a JSON array; null for an unknown event, or if there is no resource for it.
    /// </summary>
    public static JsonArray? CreateSample(SandboxStore store, string origin, string eventName)
    {
        SandboxResource? first = eventName switch
        {
            "tag_added" or "tag_removed" => store.GetAll("contacts").FirstOrDefault(contact => store.GetRelated(contact, "tags").Any()),
            "form_submission" => GetFirst(store, "form_submissions"),
            "purchase" => GetFirst(store, "purchases"),
            "payment_succeeded" => GetFirst(store, "transactions"),
            "order_created" => GetFirst(store, "orders"),
            _ => null,
        };
        return first is null ? null : EventPayload.Create(store, origin, eventName, [first, .. GetOthers(store, first)]);
    }

    private static SandboxResource? GetFirst(SandboxStore store, string type) => store.GetAll(type) is [var first, ..] ? first : null;

    /// <summary>Returns the other resources of an event, given the one that triggered it.</summary>
    private static IEnumerable<SandboxResource> GetOthers(SandboxStore store, SandboxResource first) =>
        first.Type switch
        {
            "contacts" => [store.GetRelated(first, "tags").First()],
            "form_submissions" => store.GetRelated(first, "form"),
            "orders" =>
            [
                .. store.GetRelated(first, "order_items"),
                .. store.GetRelated(first, "customer"),
                .. store.GetRelated(first, "payment_transactions"),
                .. store.GetRelated(first, "payment_transactions").SelectMany(payment => store.GetRelated(payment, "offer")),
            ],
            _ => [.. store.GetRelated(first, "customer"), .. store.GetRelated(first, "offer")],
        };
}
