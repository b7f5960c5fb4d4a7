using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Data;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Writing;

namespace Kajabi.Sandbox;

/// <content>Contacts, and what belongs to them.</content>
public sealed partial class SandboxData
{
    private const string AddContactRemedy = "sandbox.Data.AddContact(\"ann@example.com\")";

    /// <summary>Adds a contact.</summary>
    /// <param name="email">The e-mail address, which is unique on a site.</param>
    /// <param name="name">The name. Default: null, the e-mail address up to its <c>@</c>.</param>
    /// <param name="tags">The tags. Default: null, none.</param>
    /// <param name="site">The site. Default: null, the first one, which is <c>1</c> with the sample data.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">Changes further attributes, by their name in the API. Default: null.</param>
    /// <exception cref="ArgumentException">
    /// The e-mail address is invalid or taken, a tag or the site does not exist, a tag belongs to another site, the id exists, or an
    /// attribute has the wrong type. Nothing is stored.
    /// </exception>
    /// <example>
    /// <code>
    /// sandbox.Data.AddContact("ann@example.com", configure: ann => ann["custom_1"] = "Celadon");
    /// </code>
    /// </example>
    public SandboxContact AddContact(
        string email,
        string? name = null,
        IEnumerable<SandboxTag>? tags = null,
        SandboxSite? site = null,
        string? id = null,
        Action<JsonObject>? configure = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        if (email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            throw new ArgumentException($"'{email}' is not an e-mail address such as ann@example.com.", nameof(email));
        }

        lock (_store.SyncRoot)
        {
            string siteId = GetSiteId(site);
            List<SandboxResource> related = RequireAll(tags, siteId, "sandbox.Data.AddTag(\"VIP\")", nameof(tags));
            JsonObject attributes = new() { ["name"] = name ?? email.Split('@')[0], ["email"] = email };
            NewResource contact = Create("contacts", id, attributes, configure, nameof(id));
            if (ContactFactory.FindByEmail(_store, siteId, contact.Attributes["email"]?.ToString()).FirstOrDefault() is { } taken)
            {
                throw new ArgumentException(
                    $"The contact {taken.Id} of the site {siteId} has the e-mail address '{email}': choose another one.",
                    nameof(email)
                );
            }

            SandboxResource stored = contact
                .Store()
                .One("site", "sites", siteId)
                .Many("tags", "contact_tags", related.Select(static tag => tag.Id).Distinct());
            return new SandboxContact(stored.Id);
        }
    }

    /// <summary>Adds a tag.</summary>
    /// <param name="name">The name.</param>
    /// <param name="site">The site. Default: null, the first one, which is <c>1</c> with the sample data.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <exception cref="ArgumentException">The name is empty, the site does not exist, or the id exists.</exception>
    public SandboxTag AddTag(string name, SandboxSite? site = null, string? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        lock (_store.SyncRoot)
        {
            return new SandboxTag(AddToSite("contact_tags", site, id, new JsonObject { ["name"] = name }, configure: null).Id);
        }
    }

    /// <summary>Adds a note about a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="body">The text.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">Changes further attributes, by their name in the API. Default: null.</param>
    /// <exception cref="ArgumentException">The text is empty, the contact does not exist, or the id exists.</exception>
    public SandboxNote AddNote(SandboxContact contact, string body, string? id = null, Action<JsonObject>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        lock (_store.SyncRoot)
        {
            string contactId = Require(contact, AddContactRemedy, nameof(contact)).Id;
            NewResource note = Create("contact_notes", id, new JsonObject { ["body"] = body }, configure, nameof(id));
            return new SandboxNote(note.Store().One("contact", "contacts", contactId).Id);
        }
    }

    /// <summary>Adds a custom field of contacts and forms.</summary>
    /// <param name="title">The title.</param>
    /// <param name="handle">The attribute of contacts that has its value: <c>custom_1</c>, <c>custom_2</c> or <c>custom_3</c>.</param>
    /// <param name="site">The site. Default: null, the first one, which is <c>1</c> with the sample data.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">Changes further attributes, by their name in the API. Default: null.</param>
    /// <exception cref="ArgumentException">The title or the handle is empty, the site does not exist, or the id exists.</exception>
    public SandboxCustomField AddCustomField(
        string title,
        string handle,
        SandboxSite? site = null,
        string? id = null,
        Action<JsonObject>? configure = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(handle);
        lock (_store.SyncRoot)
        {
            JsonObject attributes = new() { ["title"] = title, ["handle"] = handle };
            return new SandboxCustomField(AddToSite("custom_fields", site, id, attributes, configure).Id);
        }
    }

    /// <summary>Adds the customer of a contact, as the first purchase or grant does.</summary>
    /// <param name="contact">The contact, which has no customer.</param>
    /// <param name="offers">The offers that the customer can access, without purchases. Default: null, none.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">Changes further attributes, by their name in the API. Default: null.</param>
    /// <exception cref="ArgumentException">
    /// The contact or an offer does not exist, the contact has a customer, an offer belongs to another site, the id exists, or an attribute
    /// has the wrong type. Nothing is stored.
    /// </exception>
    public SandboxCustomer AddCustomer(
        SandboxContact contact,
        IEnumerable<SandboxOffer>? offers = null,
        string? id = null,
        Action<JsonObject>? configure = null
    )
    {
        lock (_store.SyncRoot)
        {
            SandboxResource owner = Require(contact, AddContactRemedy, nameof(contact));
            if (_store.GetRelated(owner, "customer").FirstOrDefault() is { } existing)
            {
                throw new ArgumentException($"The contact {owner.Id} has the customer {existing.Id}.", nameof(contact));
            }

            string siteId = _store.GetSiteId(owner)!;
            List<SandboxResource> granted = RequireAll(offers, siteId, AddOfferRemedy, nameof(offers));
            JsonObject attributes = new() { ["name"] = owner.GetText("name"), ["email"] = owner.GetText("email") };
            SandboxResource customer = Create("customers", id, attributes, configure, nameof(id))
                .Store()
                .One("contact", "contacts", owner.Id)
                .One("site", "sites", siteId);
            owner.One("customer", "customers", customer.Id);
            CustomerAccess.Set(_store, customer, granted.Select(static offer => offer.Id));
            return new SandboxCustomer(customer.Id);
        }
    }

    private SandboxResource AddToSite(string type, SandboxSite? site, string? id, JsonObject attributes, Action<JsonObject>? configure)
    {
        string siteId = GetSiteId(site);
        return Create(type, id, attributes, configure, nameof(id)).Store().One("site", "sites", siteId);
    }
}
