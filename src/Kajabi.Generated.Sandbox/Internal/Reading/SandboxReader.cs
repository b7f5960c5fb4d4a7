using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>Reads lists and single resources of every type.</summary>
/// <param name="store">The data.</param>
/// <param name="origin">The address of the sandbox, for links.</param>
internal sealed class SandboxReader(SandboxStore store, string origin)
{
    public SandboxResponse List(SandboxType type, SandboxQuery query)
    {
        ResourceQueryExecutor executor = new(store, type, query);
        if (!executor.CanSort)
        {
            return SandboxResponse.Error(
                400,
                "Bad request",
                "The sandbox does not sort generated contacts by this: omit sort, sort by created_at, or filter by another site"
            );
        }

        int size = Math.Clamp(query.PageSize ?? type.PageSize, 1, type.MaxPageSize);
        int number = Math.Max(query.PageNumber ?? 1, 1);
        (List<SandboxResource> resources, int total) = executor.GetPage((number - 1L) * size, size);
        SandboxPage page = new(number, size, total);

        ResourceWriter writer = new(store, origin, query, isList: true);
        JsonObject document = new() { ["data"] = new JsonArray([.. resources.Select(writer.Write)]) };
        new IncludedResources(store, query, isList: true).AddTo(document, writer, resources);
        document["links"] = page.CreateLinks(origin, type.Type, query.Rest);
        document["meta"] = type.NeedsSite ? page.CreatePayoutMeta(resources.Count) : page.CreateMeta();
        return new SandboxResponse(200, document);
    }

    public SandboxResponse Get(SandboxType type, SandboxResource resource, SandboxQuery query)
    {
        ResourceWriter writer = new(store, origin, query, isList: false);
        JsonObject document = new() { ["data"] = writer.Write(resource) };
        new IncludedResources(store, query, isList: false).AddTo(document, writer, [resource]);
        return new SandboxResponse(200, document);
    }

    /// <summary>
    /// Rejects paths of relationships that do not exist. Others can be included, whether the operation declares them or not.
    /// </summary>
    public static SandboxResponse? ValidateInclude(SandboxType type, SandboxQuery query) =>
        query.Include.FirstOrDefault(path => !SandboxRelationships.IsPath(type.Type, path)) is { } unknown
            ? SandboxResponse.Error(
                400,
                "Invalid include",
                $"{unknown} is not a valid relationship of {type.Type}"
                    + (SandboxRelationships.FindNearestPath(type.Type, unknown) is { } meant ? $".{Suggestion.Ask(meant)}" : string.Empty)
            )
            : null;
}
