using System.Text.Json.Nodes;
using Kajabi.Cli.Operations;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Store;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>The resources.</summary>
internal static class DataEndpoints
{
    private const int DefaultLimit = 100;

    public static ControlEndpoint[] All { get; } =
    [
        ControlEndpoint.Get("/resources", static request => CountTypes(request.Sandbox.Store)),
        ControlEndpoint.Get("/resources/{type}", static request => List(request)) with
        {
            Parameters = ["offset", "limit"],
        },
        ControlEndpoint.Get("/resources/{type}/{id}", static request => Find(request)),
        ControlEndpoint.Post("/data", LoadAsync),
    ];

    /// <summary>Adds the resources of a JSON:API document, or of the lines of an export.</summary>
    /// <exception cref="ControlException">The data is invalid; nothing of it was stored.</exception>
    private static async Task<JsonNode> LoadAsync(ControlRequest request)
    {
        try
        {
            IReadOnlyList<SandboxIdentifier> loaded = request.Sandbox.Data.Load(await request.ReadTextAsync());
            return new JsonObject
            {
                ["resources"] = new JsonArray([
                    .. loaded.Select(static added => (JsonNode)new JsonObject { ["type"] = added.Type, ["id"] = added.Id }),
                ]),
                ["unresolved_references"] = new JsonArray([
                    .. request.Sandbox.Data.UnresolvedReferences.Select(static reference => (JsonNode)reference),
                ]),
            };
        }
        catch (SandboxDataException exception)
        {
            throw new ControlException(exception.Message);
        }
    }

    private static JsonObject CountTypes(SandboxStore store)
    {
        lock (store.SyncRoot)
        {
            JsonObject types = [];
            // The API has no list of the activities, which only filters read.
            foreach (string type in store.Types.Where(static type => type != ContactActivity.Type).Order(StringComparer.Ordinal))
            {
                types[type] = store.GetAll(type).Count;
            }

            return new JsonObject { ["types"] = types };
        }
    }

    private static JsonObject List(ControlRequest request)
    {
        (int offset, int limit) = (request.GetNumber("offset", 0), request.GetNumber("limit", DefaultLimit));
        SandboxStore store = request.Sandbox.Store;
        lock (store.SyncRoot)
        {
            string type = request.GetPathValue("type");
            RequireType(store, type);
            IReadOnlyList<SandboxResource> all = store.GetAll(type);
            return new JsonObject
            {
                ["count"] = all.Count,
                ["resources"] = new JsonArray([.. all.Skip(offset).Take(limit).Select(resource => (JsonNode)Write(store, resource))]),
            };
        }
    }

    /// <exception cref="ControlException">The resource does not exist.</exception>
    private static JsonObject Find(ControlRequest request)
    {
        (string type, string id) = (request.GetPathValue("type"), request.GetPathValue("id"));
        SandboxStore store = request.Sandbox.Store;
        lock (store.SyncRoot)
        {
            RequireType(store, type);
            return store.Find(type, id) is { } resource
                ? Write(store, resource)
                : throw new ControlException($"The sandbox has no resource {type} {id}.", StatusCodes.Status404NotFound);
        }
    }

    /// <exception cref="ControlException">Neither the API nor the sandbox has the type.</exception>
    private static void RequireType(SandboxStore store, string type)
    {
        string[] known = [.. ResourceTypeTable.Types.Union(store.Types)];
        if (!known.Contains(type))
        {
            throw new ControlException(
                $"The sandbox has no resource type '{type}'. {DidYouMean.Suggest(type, known)}",
                StatusCodes.Status404NotFound
            );
        }
    }

    /// <summary>
    /// Writes all relationships with their identifiers, also those that the API shows as links, and the titles of their targets.
    /// </summary>
    private static JsonObject Write(SandboxStore store, SandboxResource resource)
    {
        JsonObject relationships = [];
        foreach ((string name, SandboxRelationship relationship) in resource.Relationships)
        {
            relationships[name] = new JsonObject
            {
                ["type"] = relationship.TargetType,
                ["to_many"] = relationship.IsToMany,
                ["ids"] = new JsonArray([.. relationship.Ids.Select(static id => (JsonNode)id)]),
                ["titles"] = new JsonArray([
                    .. relationship.Ids.Select(id => (JsonNode?)GetTitle(store.Find(relationship.TargetType, id))),
                ]),
            };
        }

        return new JsonObject
        {
            ["type"] = resource.Type,
            ["id"] = resource.Id,
            ["title"] = GetTitle(resource),
            ["attributes"] = resource.Attributes.DeepClone(),
            ["relationships"] = relationships,
        };
    }

    /// <summary>Returns what a person recognizes a resource by; null if it has no such attribute.</summary>
    private static string? GetTitle(SandboxResource? resource) =>
        resource is null
            ? null
            : ((string[])["name", "title", "email", "event", "label"])
                .Select(resource.GetText)
                .FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text));
}
