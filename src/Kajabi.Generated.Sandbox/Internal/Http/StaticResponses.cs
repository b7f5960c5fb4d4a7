using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;
using Kajabi.Sandbox.Seed;

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
    /// Returns resources of the sample data as a JSON array, whatever the data of the sandbox is; null for an unknown event.
    /// </summary>
    public static JsonArray? CreateSample(string origin, string eventName)
    {
        SandboxStore store = new(TimeProvider.System);
        SeedData.AddTo(store);
        SandboxResource contact = store.Find("contacts", "123")!;
        SandboxResource purchase = store.GetAll("purchases")[0];
        SandboxResource order = store.GetAll("orders")[0];
        SandboxResource submission = store.GetAll("form_submissions")[0];
        SandboxResource transaction = store.GetAll("transactions")[0];
        IEnumerable<SandboxResource>? resources = eventName switch
        {
            "tag_added" or "tag_removed" => [contact, store.GetRelated(contact, "tags").First()],
            "form_submission" => [submission, .. store.GetRelated(submission, "form")],
            "purchase" => [purchase, .. store.GetRelated(purchase, "customer"), .. store.GetRelated(purchase, "offer")],
            "payment_succeeded" => [transaction, .. store.GetRelated(transaction, "customer"), .. store.GetRelated(transaction, "offer")],
            "order_created" =>
            [
                order,
                .. store.GetRelated(order, "order_items"),
                .. store.GetRelated(order, "customer"),
                .. store.GetRelated(order, "payment_transactions"),
                .. store.GetRelated(order, "payment_transactions").SelectMany(payment => store.GetRelated(payment, "offer")),
            ],
            _ => null,
        };
        return resources is null ? null : EventPayload.Create(store, origin, eventName, resources);
    }
}
