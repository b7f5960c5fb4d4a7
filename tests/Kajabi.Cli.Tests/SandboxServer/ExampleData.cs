using System.Text.Json.Nodes;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Resources as files of data contain them, each on one line.</summary>
internal static class ExampleData
{
    public static string Contact(string id) =>
        Resource("contacts", id, new JsonObject { ["name"] = $"Contact {id}", ["email"] = $"c{id}@example.com" });

    public static string Offer(string id) => Resource("offers", id, new JsonObject { ["title"] = $"Offer {id}", ["price_in_cents"] = 100 });

    private static string Resource(string type, string id, JsonObject attributes) =>
        new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["attributes"] = attributes,
            ["relationships"] = new JsonObject
            {
                ["site"] = new JsonObject
                {
                    ["data"] = new JsonObject { ["type"] = "sites", ["id"] = "1" },
                },
            },
        }.ToJsonString();
}
