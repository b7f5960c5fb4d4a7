using System.Globalization;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Tests.Filters;

/// <summary>
/// What the filters of contacts and customers mean, by their descriptions in the OpenAPI document, with the values to test. Written
/// over plain values, independently of the sandbox.
/// </summary>
internal static class PeopleDefinitions
{
    private static readonly string[] s_days = ["0", "3", "30", "90", "200", "999999", "99999999999999999999"];
    private static readonly string[] s_flags = ["true", "false"];
    private static readonly string[] s_subjects = [.. PeopleWorld.Subjects, "unknown"];
    private static readonly string[] s_products = [.. PeopleWorld.Offers.Select(PeopleWorld.GetProduct), "unknown"];

    /// <summary>The definitions; the first value is the person, the second is whether the list is that of customers.</summary>
    public static IReadOnlyDictionary<string, (string[] Values, Func<WorldPerson, bool, string, bool> IsMatch)> All { get; } =
        new[] { Profile(), History(), Consent(), Email() }.SelectMany(static part => part).ToDictionary();

    private static Dictionary<string, (string[], Func<WorldPerson, bool, string, bool>)> Profile() =>
        new()
        {
            ["site_id"] = (PeopleWorld.Sites, (person, _, value) => person.Site == value),
            ["search"] = (
                ["ADA", "clay", "ünal", "zzz"],
                (person, isCustomer, value) => Has(GetName(person, isCustomer), value) || Has(person.Email, value)
            ),
            ["created_in_last"] = (s_days, (person, isCustomer, value) => Within(GetCreated(person, isCustomer), value)),
            ["not_created_in_last"] = (s_days, (person, isCustomer, value) => !Within(GetCreated(person, isCustomer), value)),
            ["joined_in_last"] = (s_days, (person, _, value) => Within(person.Buyer?.CreatedAgo, value)),
            ["active_in_last"] = (s_days, (person, _, value) => Within(person.Buyer?.ActiveAgo, value)),
            ["inactive_in_last"] = (s_days, (person, _, value) => !Within(person.Buyer?.ActiveAgo, value)),
            ["is_hidden"] = (s_flags, (person, _, value) => person.Of(ActivityKind.Hidden).Any() == bool.Parse(value)),
            ["name_contains"] = (["ada", "GLAZE", "dee"], (person, isCustomer, value) => Has(GetName(person, isCustomer), value)),
            ["email_contains"] = (["ada", "@PARLA", "bo."], (person, _, value) => Has(person.Email, value)),
            ["phone_number_contains"] = (["+49", "0101"], (person, _, value) => Has(person.Phone, value)),
            ["mobile_phone_number_contains"] = (["+49", "0103"], (person, _, value) => Has(person.MobilePhone, value)),
            ["address_line_1_contains"] = (["kiln", "weg"], (person, _, value) => Has(person.Address[0], value)),
            ["address_line_2_contains"] = (["BACK", "2"], (person, _, value) => Has(person.Address[1], value)),
            ["address_city_contains"] = (["berlin", "bo"], (person, _, value) => Has(person.Address[2], value)),
            ["address_state_contains"] = (["berlin", "mass"], (person, _, value) => Has(person.Address[3], value)),
            ["address_country_contains"] = (["german", "states"], (person, _, value) => Has(person.Address[4], value)),
            ["address_zip_contains"] = (["101", "02"], (person, _, value) => Has(person.Address[5], value)),
            ["has_tag_id"] = ([.. PeopleWorld.Tags, "unknown"], (person, _, value) => person.Tags.Contains(value)),
            ["has_no_tag_id"] = ([.. PeopleWorld.Tags, "unknown"], (person, _, value) => !person.Tags.Contains(value)),
            ["has_all_tag_id"] = (
                ["tag-a", "tag-a,tag-b", "tag-a, tag-b,tag-c"],
                (person, _, value) => value.Split(',').All(id => person.Tags.Contains(id.Trim()))
            ),
        };

    private static Dictionary<string, (string[], Func<WorldPerson, bool, string, bool>)> History() =>
        new()
        {
            ["has_offer_id"] = (PeopleWorld.Offers, (person, _, value) => person.Buyer?.Offers.Contains(value) == true),
            ["has_no_offer_id"] = (PeopleWorld.Offers, (person, _, value) => person.Buyer?.Offers.Contains(value) != true),
            ["has_product_id"] = (s_products, (person, _, value) => Owns(person, value)),
            ["has_no_product_id"] = (s_products, (person, _, value) => !Owns(person, value)),
            ["has_active_product_id"] = (s_products, (person, _, value) => IsActive(person, value)),
            ["previously_owned_product_id"] = (
                s_products,
                (person, _, value) =>
                    !IsActive(person, value) && (person.Buyer?.Sales.Any(sale => sale.Product == value && sale.IsDeactivated) ?? false)
            ),
            ["used_coupon_code"] = (
                ["CLAY10", "kiln20", "none"],
                (person, _, value) =>
                    person.Buyer?.Sales.Any(sale => string.Equals(sale.Coupon, value, StringComparison.OrdinalIgnoreCase)) ?? false
            ),
            ["net_revenue_equal_to"] = (["0", "50.5", "101.00"], (person, _, value) => GetRevenue(person) == Number(value)),
            ["net_revenue_greater_than"] = (["0", "50.5", "100"], (person, _, value) => GetRevenue(person) > Number(value)),
            ["net_revenue_less_than"] = (["1", "50.5", "200"], (person, _, value) => GetRevenue(person) < Number(value)),
            ["submitted_form_id"] = (PeopleWorld.Forms, (person, _, value) => person.Forms.Contains(value)),
            ["no_submitted_form_id"] = (PeopleWorld.Forms, (person, _, value) => !person.Forms.Contains(value)),
            ["registered_event_id"] = (s_subjects, (person, _, value) => On(person, value, ActivityKind.EventRegistered)),
            ["not_registered_event_id"] = (s_subjects, (person, _, value) => !On(person, value, ActivityKind.EventRegistered)),
            ["completed_assessment_id"] = (
                s_subjects,
                (person, _, value) => On(person, value, ActivityKind.AssessmentPassed, ActivityKind.AssessmentFailed)
            ),
            ["passed_assessment_id"] = (s_subjects, (person, _, value) => On(person, value, ActivityKind.AssessmentPassed)),
            ["failed_assessment_id"] = (s_subjects, (person, _, value) => On(person, value, ActivityKind.AssessmentFailed)),
        };

    private static Dictionary<string, (string[], Func<WorldPerson, bool, string, bool>)> Consent() =>
        new()
        {
            ["subscribed"] = (s_flags, (person, _, value) => person.IsSubscribed == bool.Parse(value)),
            ["subscribed_in_last"] = (s_days, (person, _, value) => Lately(person, value, ActivityKind.Subscribed)),
            ["unsubscribed_in_last"] = (
                s_days,
                (person, _, value) =>
                    Lately(
                        person,
                        value,
                        ActivityKind.Unsubscribed,
                        ActivityKind.UnsubscribedManually,
                        ActivityKind.OptedOut,
                        ActivityKind.Complained
                    )
            ),
            ["manually_unsubscribed_in_last"] = (s_days, (person, _, value) => Lately(person, value, ActivityKind.UnsubscribedManually)),
            ["opted_out_in_last"] = (s_days, (person, _, value) => Lately(person, value, ActivityKind.OptedOut)),
            ["complained_in_last"] = (s_days, (person, _, value) => Lately(person, value, ActivityKind.Complained)),
            ["never_subscribed"] = (s_flags, (person, _, value) => !HasConsented(person) == bool.Parse(value)),
            ["subscribed_newsletter_id"] = (
                s_subjects,
                (person, _, value) => GetNewsletter(person, value) == ActivityKind.NewsletterSubscribed
            ),
            ["unsubscribed_newsletter_id"] = (
                s_subjects,
                (person, _, value) => GetNewsletter(person, value) == ActivityKind.NewsletterUnsubscribed
            ),
            ["subscribed_email_sequence_id"] = (s_subjects, (person, _, value) => IsInSequence(person, value)),
            ["not_subscribed_email_sequence_id"] = (s_subjects, (person, _, value) => !IsInSequence(person, value)),
        };

    private static Dictionary<string, (string[], Func<WorldPerson, bool, string, bool>)> Email() =>
        new()
        {
            ["sent_email_broadcast_id"] = (s_subjects, (person, _, value) => On(person, value, ActivityKind.EmailSent)),
            ["no_sent_email_broadcast_id"] = (s_subjects, (person, _, value) => !On(person, value, ActivityKind.EmailSent)),
            ["no_sent_email_broadcast_ids"] = (
                ["subject-a", "subject-a,subject-b", "unknown"],
                (person, _, value) => !value.Split(',').Any(id => On(person, id, ActivityKind.EmailSent))
            ),
            ["no_delivered_email_broadcast_id"] = (s_subjects, (person, _, value) => !On(person, value, ActivityKind.EmailDelivered)),
            ["opened_email_broadcast_id"] = (s_subjects, (person, _, value) => On(person, value, ActivityKind.EmailOpened)),
            ["no_opened_email_broadcast_id"] = (s_subjects, (person, _, value) => !On(person, value, ActivityKind.EmailOpened)),
            ["clicked_email_broadcast_id"] = (s_subjects, (person, _, value) => On(person, value, ActivityKind.EmailClicked)),
            ["no_clicked_email_broadcast_id"] = (s_subjects, (person, _, value) => !On(person, value, ActivityKind.EmailClicked)),
            ["bounced_email_broadcast_id"] = (s_subjects, (person, _, value) => HasBounced(person, value)),
            ["no_bounced_email_broadcast_id"] = (s_subjects, (person, _, value) => !HasBounced(person, value)),
            ["dropped_email_broadcast_id"] = (s_subjects, (person, _, value) => On(person, value, ActivityKind.EmailDropped)),
            ["no_dropped_email_broadcast_id"] = (s_subjects, (person, _, value) => !On(person, value, ActivityKind.EmailDropped)),
            ["opened_email_in_last"] = (s_days, (person, _, value) => Lately(person, value, ActivityKind.EmailOpened)),
            ["not_opened_email_in_last"] = (s_days, (person, _, value) => !Lately(person, value, ActivityKind.EmailOpened)),
            ["delivered_email_in_last"] = (s_days, (person, _, value) => Lately(person, value, ActivityKind.EmailDelivered)),
            ["not_delivered_email_in_last"] = (s_days, (person, _, value) => !Lately(person, value, ActivityKind.EmailDelivered)),
            ["clicked_email_in_last"] = (s_days, (person, _, value) => Lately(person, value, ActivityKind.EmailClicked)),
            ["not_clicked_email_in_last"] = (s_days, (person, _, value) => !Lately(person, value, ActivityKind.EmailClicked)),
            ["is_hard_bouncing"] = (
                s_flags,
                (person, _, value) =>
                    (person.Buyer?.BouncedAgo is not null || person.Of(ActivityKind.EmailBouncedHard).Any()) == bool.Parse(value)
            ),
            ["bounced_in_last"] = (
                s_days,
                (person, _, value) =>
                    Within(person.Buyer?.BouncedAgo, value)
                    || Lately(person, value, ActivityKind.EmailBounced, ActivityKind.EmailBouncedHard)
            ),
            ["healthy_contacts_with_open_data"] = (s_flags, (person, _, value) => (GetGroup(person) == 0) == bool.Parse(value)),
            ["passive_contacts_with_open_data"] = (s_flags, (person, _, value) => (GetGroup(person) == 1) == bool.Parse(value)),
            ["unengaged_contacts_with_open_data"] = (s_flags, (person, _, value) => (GetGroup(person) == 2) == bool.Parse(value)),
            ["inactive_contacts_with_open_data"] = (s_flags, (person, _, value) => (GetGroup(person) == 3) == bool.Parse(value)),
        };

    private static decimal Number(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);

    private static bool Has(string? text, string part) =>
        (text ?? "").ToUpperInvariant().Contains(part.ToUpperInvariant(), StringComparison.Ordinal);

    private static bool Within(double? daysAgo, string days) => daysAgo <= double.Parse(days, CultureInfo.InvariantCulture);

    private static string GetName(WorldPerson person, bool isCustomer) => isCustomer ? person.Buyer!.Name : person.Name;

    private static double GetCreated(WorldPerson person, bool isCustomer) => isCustomer ? person.Buyer!.CreatedAgo : person.CreatedAgo;

    private static decimal GetRevenue(WorldPerson person) => person.Buyer?.Revenue ?? 0;

    private static bool Lately(WorldPerson person, string days, params string[] kinds) =>
        person.Of(kinds).Any(one => Within(one.DaysAgo, days));

    private static bool On(WorldPerson person, string subject, params string[] kinds) =>
        person.Of(kinds).Any(one => one.Subject == subject);

    private static bool HasBounced(WorldPerson person, string broadcast) =>
        On(person, broadcast, ActivityKind.EmailBounced, ActivityKind.EmailBouncedHard);

    private static bool HasConsented(WorldPerson person) =>
        person.IsSubscribed
        || person.Of(ActivityKind.Subscribed, ActivityKind.Unsubscribed, ActivityKind.UnsubscribedManually, ActivityKind.OptedOut).Any();

    private static string? GetNewsletter(WorldPerson person, string id) =>
        GetLatest(person, id, ActivityKind.NewsletterSubscribed, ActivityKind.NewsletterUnsubscribed);

    private static bool IsInSequence(WorldPerson person, string id) =>
        GetLatest(person, id, ActivityKind.SequenceSubscribed, ActivityKind.SequenceUnsubscribed) == ActivityKind.SequenceSubscribed;

    private static string? GetLatest(WorldPerson person, string id, params string[] kinds) =>
        person.Of(kinds).Where(one => one.Subject == id).MinBy(static one => one.DaysAgo)?.Kind;

    private static bool Owns(WorldPerson person, string product) =>
        person.Buyer?.Offers.Any(offer => PeopleWorld.GetProduct(offer) == product) ?? false;

    // By a purchase, or by an offer that was granted without one.
    private static bool IsActive(WorldPerson person, string product) =>
        person.Buyer is { } buyer
        && (
            buyer.Sales.Any(sale => sale.Product == product && !sale.IsDeactivated)
            || (Owns(person, product) && buyer.Sales.All(sale => sale.Product != product))
        );

    // The rule of the sandbox; Kajabi does not publish its own.
    private static int GetGroup(WorldPerson person) =>
        person.Of(ActivityKind.EmailOpened).Select(static one => one.DaysAgo).DefaultIfEmpty(double.MaxValue).Min() switch
        {
            <= 30 => 0,
            <= 90 => 1,
            <= 365 => 2,
            _ => 3,
        };
}
