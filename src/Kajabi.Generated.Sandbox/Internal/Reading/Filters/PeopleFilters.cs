using Kajabi.Sandbox.Internal.Store;
using static Kajabi.Sandbox.Internal.Reading.Filters.ActivityFilters;
using static Kajabi.Sandbox.Internal.Reading.Filters.CommonFilters;

namespace Kajabi.Sandbox.Internal.Reading.Filters;

/// <summary>The filters of contacts and customers.</summary>
internal static class PeopleFilters
{
    public static Dictionary<string, ResourceFilter> All { get; } =
        new(CreateProfile().Concat(CreateHistory()).Concat(CreateConsent()).Concat(CreateEmail()), StringComparer.Ordinal);

    private static Dictionary<string, ResourceFilter> CreateProfile() =>
        new()
        {
            ["site_id"] = Site,
            ["search"] = Search(static (_, person) => person),
            ["created_in_last"] = TimeInLast(static person => FilterValue.GetTime(person.Row, "created_at")),
            ["not_created_in_last"] = Not(TimeInLast(static person => FilterValue.GetTime(person.Row, "created_at"))),
            // A contact joins the site as a customer.
            ["joined_in_last"] = TimeInLast(static person => GetCustomerTime(person, "created_at")),
            ["active_in_last"] = TimeInLast(static person => GetCustomerTime(person, "last_request_at")),
            ["inactive_in_last"] = Not(TimeInLast(static person => GetCustomerTime(person, "last_request_at"))),
            ["is_hidden"] = Person.Flag(static store => CreateTest(store, [ActivityKind.Hidden])),
            ["name_contains"] = Text("name"),
            ["email_contains"] = Text("email"),
            ["phone_number_contains"] = Text("phone_number"),
            ["mobile_phone_number_contains"] = FormFilters.MobilePhoneNumber,
            ["address_line_1_contains"] = Text("address_line_1"),
            ["address_line_2_contains"] = Text("address_line_2"),
            ["address_city_contains"] = Text("address_city"),
            ["address_state_contains"] = Text("address_state"),
            ["address_country_contains"] = Text("address_country"),
            ["address_zip_contains"] = Text("address_zip"),
            ["has_tag_id"] = Person.Filter(static (_, value) => person => HasTag(person, value)),
            ["has_no_tag_id"] = Person.Filter(static (_, value) => person => !HasTag(person, value)),
            ["has_all_tag_id"] = Person.Filter(
                static (_, value) =>
                    person =>
                        value
                            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                            .All(id => HasTag(person, id))
            ),
        };

    private static Dictionary<string, ResourceFilter> CreateHistory() =>
        new()
        {
            ["has_offer_id"] = Related("offers"),
            ["has_no_offer_id"] = Not(Related("offers")),
            ["has_product_id"] = PurchaseFilters.HasProduct,
            ["has_no_product_id"] = Not(PurchaseFilters.HasProduct),
            ["has_active_product_id"] = PurchaseFilters.HasActiveProduct,
            ["previously_owned_product_id"] = PurchaseFilters.HadProduct,
            ["used_coupon_code"] = PurchaseFilters.UsedCoupon,
            ["net_revenue_equal_to"] = PurchaseFilters.NetRevenue(static order => order == 0),
            ["net_revenue_greater_than"] = PurchaseFilters.NetRevenue(static order => order > 0),
            ["net_revenue_less_than"] = PurchaseFilters.NetRevenue(static order => order < 0),
            ["submitted_form_id"] = FormFilters.Submitted,
            ["no_submitted_form_id"] = Not(FormFilters.Submitted),
            ["registered_event_id"] = Subject(ActivityKind.EventRegistered),
            ["not_registered_event_id"] = Not(Subject(ActivityKind.EventRegistered)),
            ["completed_assessment_id"] = Subject(ActivityKind.AssessmentPassed, ActivityKind.AssessmentFailed),
            ["passed_assessment_id"] = Subject(ActivityKind.AssessmentPassed),
            ["failed_assessment_id"] = Subject(ActivityKind.AssessmentFailed),
        };

    private static Dictionary<string, ResourceFilter> CreateConsent() =>
        new()
        {
            ["subscribed"] = Person.Flag(static _ => IsSubscribed),
            ["subscribed_in_last"] = InLast(ActivityKind.Subscribed),
            ["unsubscribed_in_last"] = InLast(
                ActivityKind.Unsubscribed,
                ActivityKind.UnsubscribedManually,
                ActivityKind.OptedOut,
                ActivityKind.Complained
            ),
            ["manually_unsubscribed_in_last"] = InLast(ActivityKind.UnsubscribedManually),
            ["opted_out_in_last"] = InLast(ActivityKind.OptedOut),
            ["complained_in_last"] = InLast(ActivityKind.Complained),
            ["never_subscribed"] = Person.Flag(static store =>
            {
                Func<Person, bool> hasConsented = CreateTest(
                    store,
                    [ActivityKind.Subscribed, ActivityKind.Unsubscribed, ActivityKind.UnsubscribedManually, ActivityKind.OptedOut]
                );
                return person => !IsSubscribed(person) && !hasConsented(person);
            }),
            ["subscribed_newsletter_id"] = Latest(ActivityKind.NewsletterSubscribed, ActivityKind.NewsletterUnsubscribed),
            ["unsubscribed_newsletter_id"] = Latest(ActivityKind.NewsletterUnsubscribed, ActivityKind.NewsletterSubscribed),
            ["subscribed_email_sequence_id"] = Latest(ActivityKind.SequenceSubscribed, ActivityKind.SequenceUnsubscribed),
            ["not_subscribed_email_sequence_id"] = Not(Latest(ActivityKind.SequenceSubscribed, ActivityKind.SequenceUnsubscribed)),
        };

    private static Dictionary<string, ResourceFilter> CreateEmail()
    {
        string[] bounced = [ActivityKind.EmailBounced, ActivityKind.EmailBouncedHard];
        return new Dictionary<string, ResourceFilter>
        {
            ["sent_email_broadcast_id"] = Subject(ActivityKind.EmailSent),
            ["no_sent_email_broadcast_id"] = Not(Subject(ActivityKind.EmailSent)),
            ["no_sent_email_broadcast_ids"] = Not(Subjects(ActivityKind.EmailSent)),
            ["no_delivered_email_broadcast_id"] = Not(Subject(ActivityKind.EmailDelivered)),
            ["opened_email_broadcast_id"] = Subject(ActivityKind.EmailOpened),
            ["no_opened_email_broadcast_id"] = Not(Subject(ActivityKind.EmailOpened)),
            ["clicked_email_broadcast_id"] = Subject(ActivityKind.EmailClicked),
            ["no_clicked_email_broadcast_id"] = Not(Subject(ActivityKind.EmailClicked)),
            ["bounced_email_broadcast_id"] = Subject(bounced),
            ["no_bounced_email_broadcast_id"] = Not(Subject(bounced)),
            ["dropped_email_broadcast_id"] = Subject(ActivityKind.EmailDropped),
            ["no_dropped_email_broadcast_id"] = Not(Subject(ActivityKind.EmailDropped)),
            ["opened_email_in_last"] = InLast(ActivityKind.EmailOpened),
            ["not_opened_email_in_last"] = Not(InLast(ActivityKind.EmailOpened)),
            ["delivered_email_in_last"] = InLast(ActivityKind.EmailDelivered),
            ["not_delivered_email_in_last"] = Not(InLast(ActivityKind.EmailDelivered)),
            ["clicked_email_in_last"] = InLast(ActivityKind.EmailClicked),
            ["not_clicked_email_in_last"] = Not(InLast(ActivityKind.EmailClicked)),
            // The attribute bounced_at of a customer is the time from which its address is not used any more.
            ["is_hard_bouncing"] = Person.Flag(static store =>
            {
                Func<Person, bool> hasBounced = CreateTest(store, [ActivityKind.EmailBouncedHard]);
                return person => hasBounced(person) || GetCustomerTime(person, "bounced_at") is not null;
            }),
            ["bounced_in_last"] = Any(InLast(bounced), TimeInLast(static person => GetCustomerTime(person, "bounced_at"))),
            ["healthy_contacts_with_open_data"] = EngagementFilters.Healthy,
            ["passive_contacts_with_open_data"] = EngagementFilters.Passive,
            ["unengaged_contacts_with_open_data"] = EngagementFilters.Unengaged,
            ["inactive_contacts_with_open_data"] = EngagementFilters.Inactive,
        };
    }

    private static ResourceFilter TimeInLast(Func<Person, DateTimeOffset?> getTime) =>
        Person.Filter(
            (store, value) => FilterValue.ParsePastDays(value, store.Now) is { } start ? person => getTime(person) >= start : null
        );

    private static ResourceFilter Any(ResourceFilter first, ResourceFilter second) =>
        (store, value) => (first(store, value), second(store, value)) is ({ } left, { } right) ? row => left(row) || right(row) : null;

    private static ResourceFilter Text(string attribute) =>
        Person.Filter((_, value) => person => FilterValue.Contains(person.GetText(attribute), value));

    private static bool HasTag(Person person, string id) =>
        person.Contact is { } contact && contact.Relationships.TryGetValue("tags", out SandboxRelationship? tags) && tags.Ids.Contains(id);

    private static bool IsSubscribed(Person person) => person.Contact?.GetText("subscribed") == "true";

    private static DateTimeOffset? GetCustomerTime(Person person, string attribute) =>
        person.Customer is { } customer ? FilterValue.GetTime(customer, attribute) : null;
}
