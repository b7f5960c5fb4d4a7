using System.Globalization;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>Applies filters to resources. Ignores unknown filters, as the service does.</summary>
/// <param name="store">The data, for filters on related resources.</param>
internal sealed class SandboxFilter(SandboxStore store)
{
    public IEnumerable<SandboxResource> Apply(IEnumerable<SandboxResource> resources, IReadOnlyDictionary<string, string> filters) =>
        filters.Aggregate(resources, (left, filter) => left.Where(resource => Matches(resource, filter.Key, filter.Value) ?? true));

    /// <summary>Returns whether a resource matches; null when the filter does not apply to it.</summary>
    private bool? Matches(SandboxResource resource, string filter, string value)
    {
        switch (filter)
        {
            case "site_id":
                return store.SiteOf(resource) is { } site ? site == value : null;
            case "search" or "name_or_email":
                SandboxResource person =
                    resource.Type == "transactions" ? store.Related(resource, "customer").FirstOrDefault() ?? resource : resource;
                return ContainsText(person.Text("name"), value) || ContainsText(person.Text("email"), value);
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
                    || store.Related(resource, "customer").Any(customer => IsRelated(customer, "products", value));
            case "active":
                return (resource.Text("deactivated_at") is null) == IsTrue(value);
            case "deactivated":
                return (resource.Text("deactivated_at") is not null) == IsTrue(value);
            case "published":
                return (resource.Text("publish_at") is not null) == IsTrue(value);
            case "start_date":
                return string.CompareOrdinal(Day(resource), value) >= 0;
            case "end_date":
                return string.CompareOrdinal(Day(resource), value) <= 0;
            case "created_in_last" or "not_created_in_last":
                return IsWithin(resource.Text("created_at"), value) == (filter == "created_in_last");
            case "exclude_product_types":
                return !value.Split(',').Contains(resource.Text("product_type_name"));
            default:
                return BySuffix(resource, filter, value);
        }
    }

    private static bool? BySuffix(SandboxResource resource, string filter, string value) =>
        filter switch
        {
            _ when resource.Attributes.ContainsKey(filter) => string.Equals(
                Normalize(resource.Text(filter)),
                Normalize(value),
                StringComparison.OrdinalIgnoreCase
            ),
            _ when Attribute(resource, filter, "_cont") is { } name => ContainsText(resource.Text(name), value),
            _ when Attribute(resource, filter, "_contains") is { } name => ContainsText(resource.Text(name), value),
            _ when Attribute(resource, filter, "_eq") is { } name => string.Equals(
                resource.Text(name),
                value,
                StringComparison.OrdinalIgnoreCase
            ),
            _ when Attribute(resource, filter, "_null") is { } name => (resource.Attributes[name] is null) == IsTrue(value),
            _ when Attribute(resource, filter, "_equal_to") is { } name => Amount(resource.Text(name)) == Amount(value),
            _ when Attribute(resource, filter, "_greater_than") is { } name => Amount(resource.Text(name)) > Amount(value),
            _ when Attribute(resource, filter, "_less_than") is { } name => Amount(resource.Text(name)) < Amount(value),
            [.. var relationship, '_', 'i', 'd'] when resource.Relationships.ContainsKey(relationship) => IsRelated(
                resource,
                relationship,
                value
            ),
            _ => null,
        };

    private static string? Attribute(SandboxResource resource, string filter, string suffix) =>
        filter.EndsWith(suffix, StringComparison.Ordinal) && resource.Attributes.ContainsKey(filter[..^suffix.Length])
            ? filter[..^suffix.Length]
            : null;

    private static bool IsRelated(SandboxResource resource, string relationship, string id) =>
        resource.Relationships.TryGetValue(relationship, out SandboxRelationship? found) && found.Ids.Contains(id);

    private static bool ContainsText(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false;

    private static bool IsTrue(string value) => value == "true";

    /// <summary>A state is <c>in_transit</c> in a filter and <c>In transit</c> in a payout.</summary>
    private static string? Normalize(string? text) => text?.Replace(' ', '_');

    private static string? Day(SandboxResource resource) => (resource.Text("created_at") ?? resource.Text("initiated_date"))?[..10];

    private static decimal? Amount(string? text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount) ? amount : null;

    private bool IsWithin(string? time, string days) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, out DateTimeOffset at)
        && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        && at >= store.Time.AddDays(-count);
}
