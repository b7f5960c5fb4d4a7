using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Data;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox;

/// <content>Products, offers, courses and forms.</content>
public sealed partial class SandboxData
{
    private const string AddOfferRemedy = "sandbox.Data.AddOffer(\"Course\", priceInCents: 19900)";

    /// <summary>Adds a product.</summary>
    /// <param name="title">The title.</param>
    /// <param name="site">The site. Default: null, the first one, which is <c>1</c> with the sample data.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">Changes further attributes, by their name in the API. Default: null.</param>
    /// <exception cref="ArgumentException">
    /// The title is empty, the site does not exist, the id exists, or an attribute has the wrong type. Nothing is stored.
    /// </exception>
    public SandboxProduct AddProduct(string title, SandboxSite? site = null, string? id = null, Action<JsonObject>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        lock (_store.SyncRoot)
        {
            return new SandboxProduct(AddToSite("products", site, id, new JsonObject { ["title"] = title }, configure).Id);
        }
    }

    /// <summary>Adds an offer.</summary>
    /// <param name="title">The title.</param>
    /// <param name="priceInCents">The price in cents; 0 for a free offer.</param>
    /// <param name="currency">The code of the currency. Default: <c>USD</c>.</param>
    /// <param name="isSubscription">Whether the price is paid again and again. Default: false.</param>
    /// <param name="products">The products that the offer grants. Default: null, none.</param>
    /// <param name="site">The site. Default: null, the first one, which is <c>1</c> with the sample data.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">Changes further attributes, by their name in the API. Default: null.</param>
    /// <exception cref="ArgumentException">
    /// The title is empty, the price is negative, the currency is not a code of three letters, a product or the site does not exist, a
    /// product belongs to another site, the id exists, or an attribute has the wrong type. Nothing is stored.
    /// </exception>
    public SandboxOffer AddOffer(
        string title,
        int priceInCents,
        string currency = "USD",
        bool isSubscription = false,
        IEnumerable<SandboxProduct>? products = null,
        SandboxSite? site = null,
        string? id = null,
        Action<JsonObject>? configure = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentOutOfRangeException.ThrowIfNegative(priceInCents);
        ArgumentNullException.ThrowIfNull(currency);
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException($"'{currency}' is not the code of a currency such as USD.", nameof(currency));
        }

        lock (_store.SyncRoot)
        {
            string siteId = GetSiteId(site);
            List<SandboxResource> granted = RequireAll(products, siteId, "sandbox.Data.AddProduct(\"Course\")", nameof(products));
            NewResource offer = Create(
                "offers",
                id,
                OfferAttributes.Create(title, priceInCents, currency, isSubscription),
                configure,
                nameof(id)
            );
            SandboxResource stored = offer
                .Store()
                .One("site", "sites", siteId)
                .Many("products", "products", granted.Select(static product => product.Id).Distinct());
            return new SandboxOffer(stored.Id);
        }
    }

    /// <summary>Adds a course.</summary>
    /// <param name="title">The title.</param>
    /// <param name="offers">The offers that grant it. Default: null, none.</param>
    /// <param name="lessons">The titles of its lessons, which are in one module. Default: null, no module and no lessons.</param>
    /// <param name="site">The site. Default: null, the first one, which is <c>1</c> with the sample data.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">Changes further attributes, by their name in the API. Default: null.</param>
    /// <exception cref="ArgumentException">
    /// The title is empty, an offer or the site does not exist, an offer belongs to another site, the id exists, or an attribute has the
    /// wrong type. Nothing is stored.
    /// </exception>
    public SandboxCourse AddCourse(
        string title,
        IEnumerable<SandboxOffer>? offers = null,
        IEnumerable<string>? lessons = null,
        SandboxSite? site = null,
        string? id = null,
        Action<JsonObject>? configure = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        lock (_store.SyncRoot)
        {
            string siteId = GetSiteId(site);
            List<SandboxResource> granting = RequireAll(offers, siteId, AddOfferRemedy, nameof(offers));
            NewResource created = Create("courses", id, new JsonObject { ["title"] = title }, configure, nameof(id));
            List<NewResource> children = [.. (lessons ?? []).Select((lesson, index) => CreateChild("lessons", lesson, index + 1))];
            SandboxResource course = created
                .Store()
                .One("site", "sites", siteId)
                .Many("offers", "offers", granting.Select(static offer => offer.Id).Distinct());
            List<string> lessonIds = [.. children.Select(static lesson => lesson.Store().Id)];
            course.Many("lessons", "lessons", lessonIds);
            course.Many("modules", "modules", lessonIds.Count > 0 ? [CreateChild("modules", title, 1).Store().Id] : []);
            return new SandboxCourse(course.Id);
        }
    }

    /// <summary>Adds a form with the fields for name and e-mail address.</summary>
    /// <param name="title">The title.</param>
    /// <param name="tags">The tags that contacts receive when they submit it. Default: null, none.</param>
    /// <param name="offer">The offer of the form. Default: null, none.</param>
    /// <param name="site">The site. Default: null, the first one, which is <c>1</c> with the sample data.</param>
    /// <param name="id">The id, digits. Default: null, a new one.</param>
    /// <param name="configure">Changes further attributes, by their name in the API. Default: null.</param>
    /// <exception cref="ArgumentException">
    /// The title is empty, a tag, the offer or the site does not exist, one of them belongs to another site, the id exists, or an attribute
    /// has the wrong type. Nothing is stored.
    /// </exception>
    public SandboxForm AddForm(
        string title,
        IEnumerable<SandboxTag>? tags = null,
        SandboxOffer? offer = null,
        SandboxSite? site = null,
        string? id = null,
        Action<JsonObject>? configure = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        lock (_store.SyncRoot)
        {
            string siteId = GetSiteId(site);
            List<SandboxResource> added = RequireAll(tags, siteId, "sandbox.Data.AddTag(\"VIP\")", nameof(tags));
            List<SandboxResource> granted = RequireAll(offer is null ? [] : [offer], siteId, AddOfferRemedy, nameof(offer));
            JsonObject attributes = new() { ["title"] = title, ["default"] = _store.GetAll("forms").Count == 0 };
            SandboxResource form = Create("forms", id, attributes, configure, nameof(id)).Store();
            if (form.GetText("url") is null or "")
            {
                form.Attributes["url"] = string.Create(CultureInfo.InvariantCulture, $"https://forms.example.com/{form.Id}");
            }

            form.One("site", "sites", siteId)
                .One("offer", "offers", granted.FirstOrDefault()?.Id)
                .Many("fields", "fields", AddField("name", "Name", "TextField"), AddField("email", "E-mail", "EmailField"))
                .Many("contact_tags", "contact_tags", added.Select(static tag => tag.Id).Distinct());
            return new SandboxForm(form.Id);
        }
    }

    private NewResource CreateChild(string type, string title, int position) =>
        Create(type, id: null, new JsonObject { ["title"] = title, ["position"] = position }, configure: null, nameof(title));

    private string AddField(string handle, string title, string type)
    {
        JsonObject attributes = new()
        {
            ["title"] = title,
            ["type"] = type,
            ["required"] = true,
            ["handle"] = handle,
            ["editable"] = false,
        };
        return Create("fields", id: null, attributes, configure: null, nameof(handle)).Store().Id;
    }
}
