using System.Globalization;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Tests.Filters;

/// <summary>Random people with everything that contacts and customers can be filtered by. Always the same ones.</summary>
internal sealed class PeopleWorld
{
    public const int Count = 120;

    public static readonly string[] Sites = ["1", "2148432935"];
    public static readonly string[] Tags = ["tag-a", "tag-b", "tag-c"];
    public static readonly string[] Offers = ["offer-a", "offer-b", "offer-c"];
    public static readonly string[] Forms = ["form-a", "form-b"];
    public static readonly string[] Subjects = ["subject-a", "subject-b"];
    public static readonly string[] Coupons = ["CLAY10", "KILN20"];

    private static readonly string[] s_kinds =
    [
        ActivityKind.Hidden,
        ActivityKind.Subscribed,
        ActivityKind.Unsubscribed,
        ActivityKind.UnsubscribedManually,
        ActivityKind.OptedOut,
        ActivityKind.Complained,
        ActivityKind.EmailSent,
        ActivityKind.EmailDelivered,
        ActivityKind.EmailOpened,
        ActivityKind.EmailOpened,
        ActivityKind.EmailClicked,
        ActivityKind.EmailBounced,
        ActivityKind.EmailBouncedHard,
        ActivityKind.EmailDropped,
        ActivityKind.EventRegistered,
        ActivityKind.AssessmentPassed,
        ActivityKind.AssessmentFailed,
        ActivityKind.NewsletterSubscribed,
        ActivityKind.NewsletterUnsubscribed,
        ActivityKind.SequenceSubscribed,
        ActivityKind.SequenceUnsubscribed,
    ];

    private readonly Random _random = new(20260301);

    public PeopleWorld()
    {
        People = [.. Enumerable.Range(1, Count).Select(Create)];
    }

    public IReadOnlyList<WorldPerson> People { get; }

    public static string GetProduct(string offer) => offer.Replace("offer", "product", StringComparison.Ordinal);

    public void AddTo(SandboxStore store)
    {
        foreach (string offer in Offers)
        {
            string product = GetProduct(offer);
            store.Add("products", product, new JsonObject { ["title"] = product }).One("site", "sites", Sites[0]);
            store
                .Add("offers", offer, new JsonObject { ["title"] = offer })
                .One("site", "sites", Sites[0])
                .Many("products", "products", product);
        }

        foreach (string tag in Tags)
        {
            store.Add("contact_tags", tag, new JsonObject { ["name"] = tag }).One("site", "sites", Sites[0]);
        }

        foreach (WorldPerson person in People)
        {
            Add(store, person);
        }
    }

    private static void Add(SandboxStore store, WorldPerson person)
    {
        string Ago(double days) => SandboxStore.FormatTime(store.Now.AddDays(-days));
        SandboxResource contact = store
            .Add(
                "contacts",
                person.ContactId,
                new JsonObject
                {
                    ["name"] = person.Name,
                    ["email"] = person.Email,
                    ["phone_number"] = person.Phone,
                    ["address_line_1"] = person.Address[0],
                    ["address_line_2"] = person.Address[1],
                    ["address_city"] = person.Address[2],
                    ["address_state"] = person.Address[3],
                    ["address_country"] = person.Address[4],
                    ["address_zip"] = person.Address[5],
                    ["subscribed"] = person.IsSubscribed,
                    ["created_at"] = Ago(person.CreatedAgo),
                }
            )
            .One("site", "sites", person.Site)
            .One("customer", "customers", person.Buyer?.CustomerId)
            .Many("offers", "offers", person.Buyer?.Offers ?? [])
            .Many("tags", "contact_tags", person.Tags);
        foreach (string form in person.Forms)
        {
            store
                .Add(
                    "form_submissions",
                    $"{form}-{person.ContactId}",
                    new JsonObject { ["email"] = person.Email.ToUpperInvariant(), ["mobile_phone_number"] = person.MobilePhone }
                )
                .One("site", "sites", person.Site)
                .One("form", "forms", form);
        }

        foreach (Happening one in person.Happenings)
        {
            ContactActivity.Add(store, contact.Id, one.Kind, one.Subject, store.Now.AddDays(-one.DaysAgo));
        }

        if (person.Buyer is { } buyer)
        {
            Add(store, person, buyer, Ago);
        }
    }

    private static void Add(SandboxStore store, WorldPerson person, Buyer buyer, Func<double, string> ago)
    {
        store
            .Add(
                "customers",
                buyer.CustomerId,
                new JsonObject
                {
                    ["name"] = buyer.Name,
                    ["email"] = person.Email,
                    ["net_revenue"] = buyer.Revenue.ToString(CultureInfo.InvariantCulture),
                    ["last_request_at"] = buyer.ActiveAgo is { } active ? ago(active) : null,
                    ["bounced_at"] = buyer.BouncedAgo is { } bounced ? ago(bounced) : null,
                    ["created_at"] = ago(buyer.CreatedAgo),
                }
            )
            .One("contact", "contacts", person.ContactId)
            .One("site", "sites", person.Site)
            .Many("offers", "offers", buyer.Offers)
            .Many("products", "products", buyer.Offers.Select(GetProduct));
        foreach ((int index, Sale sale) in buyer.Sales.Index())
        {
            store
                .Add(
                    "purchases",
                    $"sale-{person.ContactId}-{index}",
                    new JsonObject { ["coupon_code"] = sale.Coupon, ["deactivated_at"] = sale.IsDeactivated ? ago(1) : null }
                )
                .One("customer", "customers", buyer.CustomerId)
                .One("offer", "offers", sale.Offer)
                .Many("products", "products", sale.Product);
        }
    }

    private WorldPerson Create(int number)
    {
        string[] forms = Some(Forms);
        return new WorldPerson
        {
            ContactId = $"person-{number}",
            Site = One(Sites),
            Name = One("Ada Kiln", "Bo Glaze", "Cy Ünal", "ada wheel"),
            Email = $"{One("ada", "bo", "cy")}.{number}@{One("clay", "parla")}.example.com",
            Phone = Maybe("+49 30 5550100", "+1 555 0101"),
            MobilePhone = forms.Length == 0 ? null : Maybe("+49 170 5550102", "+1 555 0103"),
            Address =
            [
                Maybe("Ofenweg 7", "Kiln Road 3"),
                Maybe("Back house", "Floor 2"),
                Maybe("Berlin", "Boston"),
                Maybe("Berlin", "Massachusetts"),
                Maybe("Germany", "United States"),
                Maybe("10115", "02108"),
            ],
            IsSubscribed = Chance(2),
            CreatedAgo = Days(),
            Tags = Some(Tags),
            Forms = forms,
            Happenings = [.. Enumerable.Range(0, _random.Next(8)).Select(_ => new Happening(One(s_kinds), One(Subjects), Days()))],
            Buyer = Chance(3) ? null : CreateBuyer(number),
        };
    }

    private Buyer CreateBuyer(int number) =>
        new()
        {
            CustomerId = $"buyer-{number}",
            Name = One("Ada Kiln", "Bo Glaze", "Dee Slip"),
            CreatedAgo = Days(),
            ActiveAgo = Chance(3) ? null : Days(),
            BouncedAgo = Chance(3) ? Days() : null,
            Revenue = _random.Next(5) * 50.5m,
            Offers = Some(Offers),
            Sales = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => new Sale(One(Offers), Maybe(Coupons), IsDeactivated: Chance(2)))],
        };

    private double Days() => _random.Next(0, 500) + 0.5;

    private bool Chance(int one) => _random.Next(one) == 0;

    private string One(params string[] values) => values[_random.Next(values.Length)];

    private string? Maybe(params string[] values) => Chance(3) ? null : One(values);

    private string[] Some(string[] values) => [.. values.Where(_ => Chance(2))];
}
