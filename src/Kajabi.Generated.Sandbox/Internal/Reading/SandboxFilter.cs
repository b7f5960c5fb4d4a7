using System.Globalization;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>Applies filters to resources. Ignores unknown filters, as the service does.</summary>
/// <param name="store">The data, for filters on related resources.</param>
internal sealed class SandboxFilter(SandboxStore store)
{
    public IEnumerable<SandboxResource> Apply(IEnumerable<SandboxResource> resources, IReadOnlyDictionary<string, string> filters) =>
        filters.Aggregate(
            IsSearch(filters) ? resources.Where(resource => !IsHidden(resource)) : resources,
            (left, filter) => left.Where(resource => Matches(resource, filter.Key, filter.Value) ?? true)
        );

    private static bool IsSearch(IReadOnlyDictionary<string, string> filters) =>
        filters.Keys.Any(static name => name is "search" or "name_or_email" || name.EndsWith("_contains", StringComparison.Ordinal));

    /// <summary>Whether searches do not see a resource yet.</summary>
    private bool IsHidden(SandboxResource resource) =>
        store.SearchDelay > TimeSpan.Zero
        && resource.Type is "contacts" or "customers"
        && DateTimeOffset.TryParse(resource.GetText("created_at"), CultureInfo.InvariantCulture, out DateTimeOffset created)
        && created > store.Now - store.SearchDelay;

    /// <summary>Returns whether a resource matches; null when the filter does not apply to it.</summary>
    private bool? Matches(SandboxResource resource, string filter, string value)
    {
        if (AttributeFilters.Find(resource.Type, filter) is { } documented)
        {
            return documented.Matches(resource.Attributes[documented.Name], value);
        }

        switch (filter)
        {
            case "site_id":
                return store.GetSiteId(resource) is { } site ? site == value : null;
            case "search" or "name_or_email":
                SandboxResource person =
                    resource.Type == "transactions" ? store.GetRelated(resource, "customer").FirstOrDefault() ?? resource : resource;
                return ContainsText(person.GetText("name"), value) || ContainsText(person.GetText("email"), value);
            case "has_tag_id" or "has_all_tag_id":
                return value.Split(',').All(id => IsRelated(resource, "tags", id));
            case "has_no_tag_id":
                return !IsRelated(resource, "tags", value);
            case "has_offer_id":
                return IsRelated(resource, "offers", value);
            case "has_no_offer_id":
                return !IsRelated(resource, "offers", value);
            case "has_product_id":
                return IsRelated(resource, "products", value)
                    || store.GetRelated(resource, "customer").Any(customer => IsRelated(customer, "products", value));
            case "active":
                return (resource.GetText("deactivated_at") is null) == IsTrue(value);
            case "deactivated":
                return (resource.GetText("deactivated_at") is not null) == IsTrue(value);
            case "published":
                return (resource.GetText("publish_at") is not null) == IsTrue(value);
            case "start_date":
                return string.CompareOrdinal(GetDay(resource), value) >= 0;
            case "end_date":
                return string.CompareOrdinal(GetDay(resource), value) <= 0;
            case "created_in_last" or "not_created_in_last":
                return IsWithin(resource.GetText("created_at"), value) == (filter == "created_in_last");
            case "exclude_product_types":
                return !value.Split(',').Contains(resource.GetText("product_type_name"));
            default:
                return MatchesAttribute(resource, filter, value);
        }
    }

    private static bool? MatchesAttribute(SandboxResource resource, string filter, string value) =>
        filter switch
        {
            _ when resource.Attributes.ContainsKey(filter) => string.Equals(
                Normalize(resource.GetText(filter)),
                Normalize(value),
                StringComparison.OrdinalIgnoreCase
            ),
            _ when GetAttributeName(resource, filter, "_cont") is { } name => ContainsText(resource.GetText(name), value),
            _ when GetAttributeName(resource, filter, "_contains") is { } name => ContainsText(resource.GetText(name), value),
            _ when GetAttributeName(resource, filter, "_eq") is { } name => string.Equals(
                resource.GetText(name),
                value,
                StringComparison.OrdinalIgnoreCase
            ),
            _ when GetAttributeName(resource, filter, "_null") is { } name => (resource.Attributes[name] is null) == IsTrue(value),
            _ when GetAttributeName(resource, filter, "_equal_to") is { } name => ParseAmount(resource.GetText(name)) == ParseAmount(value),
            _ when GetAttributeName(resource, filter, "_greater_than") is { } name => ParseAmount(resource.GetText(name))
                > ParseAmount(value),
            _ when GetAttributeName(resource, filter, "_less_than") is { } name => ParseAmount(resource.GetText(name)) < ParseAmount(value),
            [.. var relationship, '_', 'i', 'd'] when resource.Relationships.ContainsKey(relationship) => IsRelated(
                resource,
                relationship,
                value
            ),
            _ => null,
        };

    private static string? GetAttributeName(SandboxResource resource, string filter, string suffix) =>
        filter.EndsWith(suffix, StringComparison.Ordinal) && resource.Attributes.ContainsKey(filter[..^suffix.Length])
            ? filter[..^suffix.Length]
            : null;

    private static bool IsRelated(SandboxResource resource, string relationship, string id) =>
        resource.Relationships.TryGetValue(relationship, out SandboxRelationship? found) && found.Ids.Contains(id);

    private static bool ContainsText(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false;

    private static bool IsTrue(string value) => value == "true";

    /// <summary>A state is <c>in_transit</c> in a filter and <c>In transit</c> in a payout.</summary>
    private static string? Normalize(string? text) => text?.Replace(' ', '_');

    private static string? GetDay(SandboxResource resource) =>
        (resource.GetText("created_at") ?? resource.GetText("initiated_date"))?[..10];

    private static decimal? ParseAmount(string? text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount) ? amount : null;

    private bool IsWithin(string? time, string days) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, out DateTimeOffset at)
        && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        && at >= store.Now.AddDays(-count);
}
