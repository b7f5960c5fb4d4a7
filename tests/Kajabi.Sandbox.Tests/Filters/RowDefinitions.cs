using Kajabi.JsonApi.Documents.Internal;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests.Filters;

/// <summary>What the filters of the other lists mean, with the values to test. Written independently of the sandbox.</summary>
internal static class RowDefinitions
{
    // The longest suffix first, because one can end another.
    private static readonly string[] s_suffixes =
    [
        "_not_cont",
        "_not_eq",
        "_not_in",
        "_i_cont",
        "_start",
        "_cont",
        "_null",
        "_gteq",
        "_lteq",
        "_gte",
        "_lte",
        "_end",
        "_eq",
        "_gt",
        "_lt",
        "_in",
    ];

    private static readonly string[] s_flags = ["true", "false"];
    private static readonly string[] s_days = ["2026-03-01", "2026-03-03", "2026-03-05", "2027-01-01"];

    /// <summary>Returns the values and the definition of a filter; null if it has none.</summary>
    /// <param name="type">The type of the list.</param>
    /// <param name="name">The name of the filter.</param>
    /// <param name="rows">The attributes of the rows, which values are taken from.</param>
    public static (string[] Values, Func<int, JObject, string, bool> IsMatch)? Find(
        string type,
        string name,
        IReadOnlyList<JObject> rows
    ) =>
        (type, name) switch
        {
            (_, "site_id") => (RowWorld.Sites, (number, _, value) => RowWorld.Sites[number % 2] == value),
            (_, "contact_id" or "customer_id" or "form_id") => (
                RowWorld.Owners,
                (number, _, value) => RowWorld.Owners[number % 2] == value
            ),
            ("transactions", "name_or_email") => (
                ["OWNER-B", "a@example", "person of", "zzz"],
                (number, _, value) =>
                    $"Person of {RowWorld.Owners[number % 2]} {RowWorld.Owners[number % 2]}@example.com".Contains(
                        value,
                        StringComparison.OrdinalIgnoreCase
                    )
            ),
            (_, "start_date") => (s_days, (number, _, value) => string.CompareOrdinal(RowWorld.GetDay(number), value) >= 0),
            (_, "end_date") => (s_days, (number, _, value) => string.CompareOrdinal(RowWorld.GetDay(number), value) <= 0),
            ("kajabi_payments_payouts", "status") => (
                RowWorld.PayoutStatuses,
                (number, _, value) => RowWorld.PayoutStatuses[number % RowWorld.PayoutStatuses.Length] == value
            ),
            ("products", "exclude_product_types[]") => (
                RowWorld.ProductTypes,
                (number, _, value) => RowWorld.ProductTypes[number % RowWorld.ProductTypes.Length] != value
            ),
            ("courses", "publish_status_eq") => (
                ["published", "draft"],
                (number, _, value) => (number % 3 == 0 ? "published" : "draft") == value
            ),
            ("landing_pages", "published") => (
                s_flags,
                (_, attributes, value) =>
                    (
                        attributes["publish_at"]!.Type == JTokenType.String
                        && !((string)attributes["publish_at"]!).StartsWith("2099", StringComparison.Ordinal)
                    ) == bool.Parse(value)
            ),
            ("purchases", "active") => (
                s_flags,
                (_, attributes, value) => (attributes["deactivated_at"]!.Type == JTokenType.Null) == bool.Parse(value)
            ),
            ("purchases", "deactivated") => (
                s_flags,
                (_, attributes, value) => (attributes["deactivated_at"]!.Type != JTokenType.Null) == bool.Parse(value)
            ),
            ("purchases", "referrer") => Compare(type, "referrer", "eq", rows),
            _ => FindAttribute(type, name) is { } found ? Compare(type, found.Attribute, found.Suffix, rows) : null,
        };

    /// <summary>Returns the attribute and the comparison of a filter such as <c>title_cont</c>.</summary>
    public static (string Attribute, string Suffix)? FindAttribute(string type, string name)
    {
        foreach (string suffix in s_suffixes)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal) && IsAttribute(type, name[..^suffix.Length]))
            {
                return (name[..^suffix.Length], suffix[1..]);
            }
        }

        return name is "referrer" ? (name, "eq") : null;
    }

    private static bool IsAttribute(string type, string name) =>
        GeneratedResources.Create(type)?.Attributes.Members.FindKind(name) is not null;

    private static (string[] Values, Func<int, JObject, string, bool> IsMatch) Compare(
        string type,
        string attribute,
        string suffix,
        IReadOnlyList<JObject> rows
    )
    {
        JsonApiMemberKind kind = FilterFixture.GetKind(type, attribute);
        string[] values = suffix == "null" ? s_flags : [.. GetValues(attribute, suffix, rows).Distinct().Take(6)];
        return (values, (_, attributes, value) => new FilterCondition(attribute, kind, suffix, value).IsMatch(attributes));
    }

    private static IEnumerable<string> GetValues(string attribute, string suffix, IReadOnlyList<JObject> rows) =>
        rows.Select(row => FilterCondition.GetText(row[attribute]!))
            .Where(static text => text.Length > 1 || text.All(char.IsAsciiDigit))
            .Select(text =>
                suffix.EndsWith("cont", StringComparison.Ordinal) ? text[(text.Length / 2)..]
                : suffix == "start" ? text[..((text.Length + 1) / 2)]
                : suffix == "end" ? text[(text.Length / 2)..]
                : text
            )
            .Where(static text => !string.IsNullOrWhiteSpace(text) && text.Trim() == text);
}
