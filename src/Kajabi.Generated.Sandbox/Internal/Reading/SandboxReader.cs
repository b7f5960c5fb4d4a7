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
        if (ValidateInclude(type, query) is { } error)
        {
            return error;
        }

        ResourceQueryExecutor executor = new(store, type, query);
        if (!executor.CanSort)
        {
            return SandboxResponse.Error(
                400,
                "Bad request",
                "The sandbox does not sort generated contacts: omit sort, or filter by another site"
            );
        }

        int size = Math.Clamp(query.PageSize ?? type.PageSize, 1, type.MaxPageSize);
        int number = Math.Max(query.PageNumber ?? 1, 1);
        (List<SandboxResource> resources, int total) = executor.GetPage((number - 1L) * size, size);
        SandboxPage page = new(number, size, total);

        ResourceWriter writer = new(store, origin, query, isList: true);
        JsonObject document = new() { ["data"] = new JsonArray([.. resources.Select(writer.Write)]) };
        Include(document, writer, resources, query);
        document["links"] = page.CreateLinks(origin, type.Type, query.Rest);
        document["meta"] = type.NeedsSite ? page.CreatePayoutMeta(resources.Count) : page.CreateMeta();
        return new SandboxResponse(200, document);
    }

    public SandboxResponse Get(SandboxType type, SandboxResource resource, SandboxQuery query)
    {
        if (ValidateInclude(type, query) is { } error)
        {
            return error;
        }

        ResourceWriter writer = new(store, origin, query, isList: false);
        JsonObject document = new() { ["data"] = writer.Write(resource) };
        Include(document, writer, [resource], query);
        return new SandboxResponse(200, document);
    }

    private static SandboxResponse? ValidateInclude(SandboxType type, SandboxQuery query) =>
        query.Include.FirstOrDefault(path => !type.Includes.Contains(path)) is { } unknown
            ? SandboxResponse.Error(400, "Invalid include", $"{unknown} is not a valid relationship of {type.Type}")
            : null;

    /// <summary>Adds the resources of each include path, without duplicates.</summary>
    private void Include(JsonObject document, ResourceWriter writer, IReadOnlyList<SandboxResource> primary, SandboxQuery query)
    {
        if (query.Include.Length == 0)
        {
            return;
        }

        List<SandboxResource> included = [];
        HashSet<(string, string)> identifiers = [];
        foreach (string path in query.Include)
        {
            IEnumerable<SandboxResource> current = primary;
            foreach (string step in path.Split('.'))
            {
                current = [.. current.SelectMany(resource => store.GetRelated(resource, step))];
                included.AddRange(current.Where(resource => identifiers.Add((resource.Type, resource.Id))));
            }
        }

        document["included"] = new JsonArray([.. included.Select(writer.Write)]);
    }
}
