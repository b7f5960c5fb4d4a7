using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>Answers lists and single resources of every type in the same way.</summary>
/// <param name="store">The data.</param>
/// <param name="origin">The address of the sandbox, for links.</param>
internal sealed class SandboxReader(SandboxStore store, string origin)
{
    public SandboxResponse List(SandboxType type, SandboxQuery query)
    {
        if (UnknownInclude(type, query) is { } refused)
        {
            return refused;
        }

        ResourceQueryExecutor listing = new(store, type, query);
        if (!listing.CanSort)
        {
            return SandboxResponse.Error(
                400,
                "Bad request",
                "The sandbox does not sort generated contacts: leave sort out, or narrow the list to another site"
            );
        }

        int size = Math.Clamp(query.PageSize ?? type.PageSize, 1, type.MaxPageSize);
        int number = Math.Max(query.PageNumber ?? 1, 1);
        (List<SandboxResource> shown, int total) = listing.Page((number - 1L) * size, size);
        SandboxPage page = new(number, size, total);

        ResourceWriter writer = new(store, origin, query, isList: true);
        JsonObject document = new() { ["data"] = new JsonArray([.. shown.Select(writer.Write)]) };
        Include(document, writer, shown, query);
        document["links"] = page.Links(origin, type.Type, query.Rest);
        document["meta"] = type.NeedsSite ? page.PayoutMeta(shown.Count) : page.Meta();
        return new SandboxResponse(200, document);
    }

    public SandboxResponse Show(SandboxType type, SandboxResource resource, SandboxQuery query)
    {
        if (UnknownInclude(type, query) is { } refused)
        {
            return refused;
        }

        ResourceWriter writer = new(store, origin, query, isList: false);
        JsonObject document = new() { ["data"] = writer.Write(resource) };
        Include(document, writer, [resource], query);
        return new SandboxResponse(200, document);
    }

    private static SandboxResponse? UnknownInclude(SandboxType type, SandboxQuery query) =>
        query.Include.FirstOrDefault(path => !type.Includes.Contains(path)) is { } unknown
            ? SandboxResponse.Error(400, "Invalid include", $"{unknown} is not a valid relationship of {type.Type}")
            : null;

    /// <summary>Follows each include path and adds what it leads to, each resource once.</summary>
    private void Include(JsonObject document, ResourceWriter writer, IReadOnlyList<SandboxResource> primary, SandboxQuery query)
    {
        if (query.Include.Length == 0)
        {
            return;
        }

        OrderedDictionary<(string, string), SandboxResource> included = [];
        foreach (string path in query.Include)
        {
            IEnumerable<SandboxResource> at = primary;
            foreach (string step in path.Split('.'))
            {
                at = [.. at.SelectMany(resource => store.Related(resource, step))];
                foreach (SandboxResource resource in at)
                {
                    included.TryAdd((resource.Type, resource.Id), resource);
                }
            }
        }

        document["included"] = new JsonArray([.. included.Values.Select(writer.Write)]);
    }
}
