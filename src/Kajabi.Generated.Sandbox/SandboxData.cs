using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Data;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox;

/// <summary>
/// The data of a sandbox, to which a test adds its own resources. Each method adds one resource with all attributes and the relationships
/// in both directions, stores nothing if an argument is invalid, and calls no webhook. Texts that are not Unicode, and attributes that are
/// probably misspelled, are invalid. An id that is not chosen is assigned, and the
/// same each time. All members are thread-safe.
/// </summary>
/// <example>
/// <code>
/// SandboxTag vip = sandbox.Data.AddTag("VIP");
/// SandboxOffer offer = sandbox.Data.AddOffer("Course", priceInCents: 19900);
/// SandboxContact ann = sandbox.Data.AddContact("ann@example.com", tags: [vip]);
/// sandbox.Data.AddPurchase(ann, offer);
/// </code>
/// </example>
public sealed partial class SandboxData
{
    private readonly SandboxStore _store;

    internal SandboxData(SandboxStore store)
    {
        _store = store;
    }

    /// <summary>Adds a site.</summary>
    /// <param name="title">The title.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">Changes further attributes, by their name in the API. Default: null.</param>
    /// <exception cref="ArgumentException">The title is empty, the id exists, or an attribute has the wrong type.</exception>
    public SandboxSite AddSite(string title, string? id = null, Action<JsonObject>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        lock (_store.SyncRoot)
        {
            string subdomain = string.Concat(
                title.ToLowerInvariant().Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')
            );
            JsonObject attributes = new() { ["title"] = title, ["subdomain"] = subdomain.Trim('-') };
            return new SandboxSite(Create("sites", id, attributes, configure, nameof(id)).Store().Id);
        }
    }

    /// <summary>Creates a resource of a type, which is not stored yet.</summary>
    private NewResource Create(string type, string? id, JsonObject attributes, Action<JsonObject>? configure, string parameter) =>
        NewResource.Create(_store, type, id, attributes, configure, parameter);

    /// <summary>Returns the id of a site: the given one, or the first one of the data.</summary>
    private string GetSiteId(SandboxSite? site) =>
        site is not null ? Require(site, "sandbox.Data.AddSite(\"My site\")", nameof(site)).Id
        : _store.GetAll("sites") is [var first, ..] ? first.Id
        : throw new ArgumentException("The sandbox has no site: add one with sandbox.Data.AddSite(\"My site\").", nameof(site));

    /// <summary>Returns a resource that must exist.</summary>
    /// <param name="identifier">The resource.</param>
    /// <param name="remedy">The call that adds one.</param>
    /// <param name="parameter">The parameter of the caller.</param>
    private SandboxResource Require(SandboxIdentifier identifier, string remedy, string parameter)
    {
        ArgumentNullException.ThrowIfNull(identifier, parameter);
        return _store.GetAll(identifier.Type).FirstOrDefault(resource => resource.Id == identifier.Id)
            ?? throw new ArgumentException($"The sandbox has no {identifier}: add it with {remedy}.", parameter);
    }

    /// <summary>Returns resources that must exist on a site.</summary>
    private List<SandboxResource> RequireAll(IEnumerable<SandboxIdentifier>? identifiers, string siteId, string remedy, string parameter) =>
        [
            .. (identifiers ?? []).Select(identifier =>
            {
                SandboxResource found = Require(identifier, remedy, parameter);
                ThrowIfOtherSite(found, siteId, parameter);
                return found;
            }),
        ];

    private void ThrowIfOtherSite(SandboxResource resource, string siteId, string parameter)
    {
        if (_store.GetSiteId(resource) is { } other && other != siteId)
        {
            throw new ArgumentException(
                $"{resource.Type} {resource.Id} belongs to the site {other}, and this resource to the site {siteId}: resources of "
                    + "different sites cannot be related. Add it to the same site with the argument site.",
                parameter
            );
        }
    }
}
