using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Data.Templates;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Data.Loading;

/// <summary>Completes loaded resources: their sites, the other direction of relationships, access, and default attributes.</summary>
/// <param name="store">The data.</param>
/// <param name="known">The resources of the data by type and id.</param>
internal sealed class DataCompleter(SandboxStore store, Dictionary<(string Type, string Id), SandboxResource> known)
{
    /// <summary>The ids of relationships that were completed, because a search in a long list for each of them takes too long.</summary>
    private readonly Dictionary<SandboxRelationship, HashSet<string>> _ids = [];

    /// <exception cref="SandboxDataException">Two resources contradict each other, or a resource has no site.</exception>
    public void Complete(IReadOnlyList<(LoadedResource Loaded, SandboxResource Stored)> added)
    {
        foreach ((LoadedResource loaded, SandboxResource stored) in added)
        {
            AddMissingSite(stored);
            LinkBack(loaded, stored);
        }

        foreach ((LoadedResource loaded, SandboxResource stored) in added)
        {
            CompleteSite(loaded, stored);
            CompleteAccess(stored);
        }

        foreach ((_, SandboxResource stored) in added)
        {
            ResourceTemplates.Find(stored.Type)?.Complete(stored, store.Timestamp);
        }

        ThrowIfEmailIsTaken(added);
    }

    private IEnumerable<SandboxResource> GetRelated(SandboxResource resource, string name) =>
        resource.Relationships.TryGetValue(name, out SandboxRelationship? relationship)
            ? relationship.Ids.Select(id => known.GetValueOrDefault((relationship.TargetType, id))).OfType<SandboxResource>()
            : [];

    /// <summary>Adds the site of a resource, which a file of another type does not contain.</summary>
    private void AddMissingSite(SandboxResource resource)
    {
        if (
            resource.Relationships.TryGetValue("site", out SandboxRelationship? site)
            && site.Ids is [var id]
            && !known.ContainsKey(("sites", id))
        )
        {
            SandboxResource added = store.Add("sites", id, new JsonObject { ["title"] = $"Site {id}", ["subdomain"] = $"site-{id}" });
            added.IsIncluded = true;
            ResourceTemplates.Find("sites")!.Complete(added, store.Timestamp);
            known.Add(("sites", id), added);
        }
    }

    /// <summary>Sets the other direction of each relationship that has one.</summary>
    private void LinkBack(LoadedResource loaded, SandboxResource resource)
    {
        foreach (RelationshipTemplate template in ResourceTemplates.Find(resource.Type)?.Relationships ?? [])
        {
            if (template.Inverse is not { } inverse)
            {
                continue;
            }

            RelationshipTemplate back = ResourceTemplates.Find(template.Target)!.Relationships.First(one => one.Name == inverse);
            foreach (SandboxResource related in GetRelated(resource, template.Name))
            {
                if (!related.Relationships.TryGetValue(inverse, out SandboxRelationship? relationship))
                {
                    related.Relationships[inverse] = relationship = new SandboxRelationship(back.Target, back.IsToMany, []);
                }

                if (!back.IsToMany && relationship.Ids is [var other] && other != resource.Id)
                {
                    throw loaded.CreateError($"{related.Type} {related.Id} belongs to {resource.Type} {other} already.");
                }

                if (GetIds(relationship).Add(resource.Id))
                {
                    relationship.Ids.Add(resource.Id);
                }
            }
        }
    }

    private HashSet<string> GetIds(SandboxRelationship relationship)
    {
        if (!_ids.TryGetValue(relationship, out HashSet<string>? ids))
        {
            _ids[relationship] = ids = [.. relationship.Ids];
        }

        return ids;
    }

    private void CompleteSite(LoadedResource loaded, SandboxResource resource)
    {
        bool hasSite = ResourceTemplates.Find(resource.Type)?.Relationships.Any(static one => one.Name == "site") == true;
        if (!hasSite || (resource.Relationships.TryGetValue("site", out SandboxRelationship? site) && site.Ids.Count > 0))
        {
            return;
        }

        string? id =
            SandboxStore
                .Owners.SelectMany(owner => GetRelated(resource, owner))
                .SelectMany(owner => GetRelated(owner, "site"))
                .FirstOrDefault()
                ?.Id
            ?? (store.GetAll("sites") is [var first, ..] ? first.Id : null);
        if (id is null)
        {
            throw loaded.CreateError("it has no site, and neither has the sandbox: add one with sandbox.Data.AddSite(\"My site\") first.");
        }

        resource.One("site", "sites", id);
    }

    /// <summary>
    /// Sets the offers and products that a file does not contain: lists of contacts and customers have only links to them.
    /// </summary>
    private void CompleteAccess(SandboxResource resource)
    {
        switch (resource.Type)
        {
            case "contacts":
                Set(resource, "offers", "offers", GetRelated(resource, "customer").SelectMany(customer => GetRelated(customer, "offers")));
                break;
            case "customers":
                Set(resource, "offers", "offers", GetRelated(resource, "contact").SelectMany(contact => GetRelated(contact, "offers")));
                Set(resource, "products", "products", GetRelated(resource, "offers").SelectMany(offer => GetRelated(offer, "products")));
                break;
            case "purchases":
                Set(resource, "offers", "offers", GetRelated(resource, "offer"));
                Set(resource, "products", "products", GetRelated(resource, "offers").SelectMany(offer => GetRelated(offer, "products")));
                break;
        }
    }

    private static void Set(SandboxResource resource, string name, string target, IEnumerable<SandboxResource> related)
    {
        if (!resource.Relationships.ContainsKey(name))
        {
            resource.Many(name, target, [.. related.Select(static one => one.Id).Distinct()]);
        }
    }

    private void ThrowIfEmailIsTaken(IReadOnlyList<(LoadedResource Loaded, SandboxResource Stored)> added)
    {
        Dictionary<SandboxResource, LoadedResource> loaded = added
            .Where(static pair => pair.Stored.Type == "contacts")
            .GroupBy(static pair => pair.Stored)
            .ToDictionary(static group => group.Key, static group => group.First().Loaded);
        HashSet<(string?, string)> addresses = [];
        foreach (SandboxResource contact in store.GetAll("contacts"))
        {
            if (contact.GetText("email") is { Length: > 0 } email && !addresses.Add((store.GetSiteId(contact), email.ToUpperInvariant())))
            {
                throw (loaded.GetValueOrDefault(contact) ?? loaded.Values.First()).CreateError(
                    $"another contact of the site has the e-mail address '{email}'."
                );
            }
        }
    }
}
