using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests.Mutations;

/// <summary>A location in the OpenAPI document where a test can insert a schema.</summary>
/// <param name="Name">The name in mutations.</param>
/// <param name="Insert">Inserts a schema.</param>
/// <param name="Locations">The locations where the schema is visible, with the id prefixes for the value and for nested values.</param>
internal sealed record SchemaSlot(
    string Name,
    Action<JObject, JToken> Insert,
    IReadOnlyList<(Usage Usage, string Value, string Nested)> Locations
)
{
    private const string JsonApi = "application/vnd.api+json";

    /// <summary>An attribute of requests and responses.</summary>
    public static SchemaSlot Attribute { get; } =
        ForComponent(
            "an attribute",
            "contacts_attributes",
            ".seed",
            static (root, schema) => root.Map("components.schemas.contacts_attributes.properties")["seed"] = schema
        );

    /// <summary>A query parameter.</summary>
    public static SchemaSlot Query { get; } =
        new(
            "a query parameter",
            static (root, schema) =>
                root.List("paths['/v1/products'].get.parameters")
                    .Add(
                        new JObject
                        {
                            ["name"] = "seed",
                            ["in"] = "query",
                            ["schema"] = schema,
                        }
                    ),
            [(new Usage("GET /v1/products", "request", "query seed", string.Empty), "request-parameter", "request-parameter-property")]
        );

    /// <summary>The other slots; each edit uses one in turn.</summary>
    public static IReadOnlyList<SchemaSlot> Others { get; } =
    [
        ForComponent(
            "a response attribute",
            "purchases_attributes",
            ".seed",
            static (root, schema) => root.Map("components.schemas.purchases_attributes.properties")["seed"] = schema
        ),
        Query,
        new(
            "a response header",
            static (root, schema) =>
                root.Map("paths['/v1/me'].get.responses['200']")["headers"] = new JObject
                {
                    ["X-Seed"] = new JObject { ["schema"] = schema },
                },
            [(new Usage("GET /v1/me", "response", "200 header X-Seed", string.Empty), "response-header", "response-header-property")]
        ),
        new(
            "a request body",
            static (root, schema) => root.Map($"paths['/v1/hooks'].post.requestBody.content['{JsonApi}']")["schema"] = schema,
            [(new Usage("POST /v1/hooks", "request", JsonApi, string.Empty), "request-body", "request-property")]
        ),
        new(
            "a response body",
            static (root, schema) => root.Map($"paths['/v1/me'].get.responses['200'].content['{JsonApi}']")["schema"] = schema,
            [(new Usage("GET /v1/me", "response", $"200 {JsonApi}", string.Empty), "response-body", "response-property")]
        ),
    ];

    private static SchemaSlot ForComponent(string name, string component, string path, Action<JObject, JToken> insert) =>
        new(
            name,
            insert,
            [
                .. Usage
                    .Find(OurContract.Copy(), component)
                    .Select(usage =>
                        (usage with { JsonPath = usage.JsonPath + path }, $"{usage.Direction}-property", $"{usage.Direction}-property")
                    ),
            ]
        );
}
