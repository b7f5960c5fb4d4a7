using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Data.Templates;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;
using Kajabi.Sandbox.Seed;

namespace Kajabi.Sandbox.Internal.Data.Loading;

/// <summary>Stores the resources of a file, all of them or none.</summary>
/// <param name="store">The data.</param>
internal sealed class DataLoader(SandboxStore store)
{
    private readonly Dictionary<(string Type, string Id), SandboxResource> _known = store.All.ToDictionary(static resource =>
        (resource.Type, resource.Id)
    );
    private readonly List<(LoadedResource Loaded, SandboxResource Stored)> _added = [];

    /// <exception cref="SandboxDataException">A resource is invalid; nothing is stored.</exception>
    /// <param name="resources">The resources.</param>
    /// <param name="mustExist">Whether the resources that they refer to must exist.</param>
    public void Load(IReadOnlyList<LoadedResource> resources, bool mustExist = false)
    {
        StoreState before = store.Capture();
        try
        {
            // Included resources yield to those of the primary data.
            foreach (LoadedResource resource in resources.OrderBy(static resource => resource.IsIncluded))
            {
                Add(resource);
            }

            new DataCompleter(store, _known).Complete(_added);
            if (mustExist)
            {
                ThrowIfUnresolved();
            }
        }
        catch
        {
            store.Restore(before);
            throw;
        }
    }

    private void ThrowIfUnresolved()
    {
        // A generated contact is none of the known resources.
        bool Exists((string Type, string Id) target) => _known.ContainsKey(target) || store.Find(target.Type, target.Id) is not null;
        foreach ((LoadedResource loaded, SandboxResource stored) in _added)
        {
            if (UnresolvedReferences.Find(stored, Exists).FirstOrDefault() is { } problem)
            {
                throw loaded.CreateError($"{problem}. Load it first, or in the same file.");
            }
        }
    }

    private void Add(LoadedResource resource)
    {
        ResourceTemplate? template = ResourceTemplates.Find(resource.Type);
        if (FindProblem(resource, template) is { } problem)
        {
            throw resource.CreateError(problem);
        }

        if (!_known.TryGetValue((resource.Type, resource.Id), out SandboxResource? existing))
        {
            existing = new SandboxResource(resource.Type, resource.Id, (JsonObject)resource.Attributes.DeepClone());
            store.AddExisting(existing);
            store.ReserveId(existing.Id);
            _known.Add((resource.Type, resource.Id), existing);
        }
        else if (!resource.IsIncluded)
        {
            Replace(existing, resource);
        }
        else
        {
            Merge(existing, resource);
        }

        existing.IsIncluded = resource.IsIncluded && existing.IsIncluded != false;
        SetRelationships(existing, resource, template);
        _added.Add((resource, existing));
    }

    /// <summary>Returns what is wrong with a resource; null if nothing is.</summary>
    private string? FindProblem(LoadedResource resource, ResourceTemplate? template)
    {
        if (template is null)
        {
            // A new type of the API can be included, but only types that the sandbox has can be requested.
            return resource.IsIncluded
                ? NestingLimit.FindProblem(resource.Attributes)
                : $"the API has no resource type {resource.Type}.{Suggestion.Ask(Suggestion.Find(resource.Type, ResourceTemplates.Types))} "
                    + $"It has {string.Join(", ", ResourceTemplates.Types)}.";
        }

        // An attribute that exists beside the one that it resembles is no misspelling of it.
        List<string> missing = [.. template.Names.Where(name => !resource.Attributes.ContainsKey(name))];
        return NestingLimit.FindProblem(resource.Attributes)
            ?? template.FindProblem(resource.Attributes)
            ?? template.FindUnknown(resource.Attributes, store.IsStrict, missing)
            ?? template.FindUnknownRelationship(resource.Type, resource.Relationships.Keys, store.IsStrict)
            ?? resource.Type switch
            {
                "offers" when !long.TryParse(resource.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
                    "the id of an offer consists of digits.",
                "hooks" when resource.Attributes["target_url"] is { } target && WebhookTarget.Parse(target.ToString()) is null =>
                    "the attribute target_url is an absolute http or https URL.",
                _ => null,
            };
    }

    /// <summary>Replaces a resource that another file included; any other one is a duplicate.</summary>
    private void Replace(SandboxResource existing, LoadedResource resource)
    {
        if (existing.IsIncluded != true)
        {
            (LoadedResource Loaded, SandboxResource Stored)? first = _added.Find(pair => pair.Stored == existing);
            throw resource.CreateError(
                first is { Loaded: { } loaded }
                    ? string.Create(CultureInfo.InvariantCulture, $"the resource occurs twice, also on line {loaded.Line}.")
                : IsSample(resource) ? "it is one of the sample data: omit it, or start the sandbox without the sample data."
                : "the sandbox has this resource already. Omit it, or choose another id."
            );
        }

        existing.Attributes.Clear();
        existing.Relationships.Clear();
        Merge(existing, resource);
    }

    /// <summary>Returns whether a sandbox can start with a resource.</summary>
    private static bool IsSample(LoadedResource resource)
    {
        SandboxStore sample = new(TimeProvider.System);
        SeedData.AddTo(sample);
        return sample.Find(resource.Type, resource.Id) is not null;
    }

    private static void Merge(SandboxResource existing, LoadedResource resource)
    {
        foreach ((string name, JsonNode? value) in resource.Attributes)
        {
            if (!existing.Attributes.ContainsKey(name))
            {
                existing.Attributes[name] = value?.DeepClone();
            }
        }
    }

    private static void SetRelationships(SandboxResource stored, LoadedResource resource, ResourceTemplate? template)
    {
        foreach ((string name, LoadedRelationship relationship) in resource.Relationships)
        {
            RelationshipTemplate? declared = template?.Relationships.FirstOrDefault(one => one.Name == name);
            if (declared is not null && declared.IsToMany != relationship.IsToMany)
            {
                throw resource.CreateError($"the relationship {name} is {(declared.IsToMany ? "an array" : "no array")} in the API.");
            }

            string target = declared?.Target ?? (relationship.Identifiers is [var first, ..] ? first.Type : name);
            if (relationship.Identifiers.FirstOrDefault(identifier => identifier.Type != target) is { } other)
            {
                throw resource.CreateError($"the relationship {name} refers to {target}, not to {other}.");
            }

            if (!stored.Relationships.ContainsKey(name))
            {
                stored.Relationships[name] = new SandboxRelationship(
                    target,
                    relationship.IsToMany,
                    relationship.Identifiers.Select(static identifier => identifier.Id).Distinct()
                );
            }
        }
    }
}
