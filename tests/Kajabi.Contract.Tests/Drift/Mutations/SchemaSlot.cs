using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Drift.Mutations;

/// <summary>A place of our contract that takes a schema.</summary>
/// <param name="Name">How mutations name it.</param>
/// <param name="Put">Puts a schema there.</param>
/// <param name="Places">Where it then is seen, with the word that ids begin with: for the value itself and for what is inside.</param>
internal sealed record SchemaSlot(
    string Name,
    Action<JObject, JToken> Put,
    IReadOnlyList<(Usage Usage, string Whole, string Inside)> Places
)
{
    private const string JsonApi = "application/vnd.api+json";

    /// <summary>An attribute that requests and answers share.</summary>
    public static SchemaSlot Attribute { get; } =
        OfComponent(
            "an attribute",
            "contacts_attributes",
            ".seed",
            static (root, schema) => root.Map("components.schemas.contacts_attributes.properties")["seed"] = schema
        );

    /// <summary>The other places, of which each edit takes one in turn.</summary>
    public static IReadOnlyList<SchemaSlot> Others { get; } =
    [
        OfComponent(
            "an answered attribute",
            "purchases_attributes",
            ".seed",
            static (root, schema) => root.Map("components.schemas.purchases_attributes.properties")["seed"] = schema
        ),
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
        ),
        new(
            "a header of an answer",
            static (root, schema) =>
                root.Map("paths['/v1/me'].get.responses['200']")["headers"] = new JObject
                {
                    ["X-Seed"] = new JObject { ["schema"] = schema },
                },
            [(new Usage("GET /v1/me", "response", "200 header X-Seed", string.Empty), "response-header", "response-header-property")]
        ),
        new(
            "a body",
            static (root, schema) => root.Map($"paths['/v1/hooks'].post.requestBody.content['{JsonApi}']")["schema"] = schema,
            [(new Usage("POST /v1/hooks", "request", JsonApi, string.Empty), "request-body", "request-property")]
        ),
        new(
            "an answer",
            static (root, schema) => root.Map($"paths['/v1/me'].get.responses['200'].content['{JsonApi}']")["schema"] = schema,
            [(new Usage("GET /v1/me", "response", $"200 {JsonApi}", string.Empty), "response-body", "response-property")]
        ),
    ];

    private static SchemaSlot OfComponent(string name, string component, string path, Action<JObject, JToken> put) =>
        new(
            name,
            put,
            [
                .. Usage
                    .Of(OurContract.Copy(), component)
                    .Select(usage =>
                        (usage with { JsonPath = usage.JsonPath + path }, $"{usage.Direction}-property", $"{usage.Direction}-property")
                    ),
            ]
        );
}
