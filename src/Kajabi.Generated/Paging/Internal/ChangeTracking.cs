using System.Globalization;
using Microsoft.Extensions.Primitives;
using Newtonsoft.Json.Linq;

namespace Kajabi.Paging.Internal;

/// <summary>How a list returns what is new since a point in time.</summary>
/// <param name="Attribute">The time that is compared: <c>updated_at</c> or <c>created_at</c>.</param>
/// <param name="Filter">The parameter that excludes older resources; null if the API has none.</param>
/// <param name="IsSortable">Whether the API sorts the list by the attribute.</param>
/// <param name="IsDaily">Whether the filter is a day in the time zone of the site.</param>
internal sealed record ChangeTracking(string Attribute, string? Filter, bool IsSortable, bool IsDaily = false)
{
    private const string Sort = "sort";
    private const string PageNumber = "page[number]";

    public static readonly ChangeTracking Purchases = new("updated_at", "filter[updated_at_gte]", IsSortable: true);
    public static readonly ChangeTracking ContactNotes = new("updated_at", null, IsSortable: true);
    public static readonly ChangeTracking LandingPages = new("updated_at", "filter[updated_at_gte]", IsSortable: false);
    public static readonly ChangeTracking Orders = new("created_at", "filter[created_at_gteq]", IsSortable: true);
    public static readonly ChangeTracking Transactions = new("created_at", "filter[start_date]", IsSortable: false, IsDaily: true);

    /// <summary>Lists that can be sorted by their creation, without a filter: contacts, customers, order items and website pages.</summary>
    public static readonly ChangeTracking SortedByCreation = new("created_at", null, IsSortable: true);

    /// <summary>Whether changes of existing resources are found, not only new resources.</summary>
    public bool FindsChanges => Attribute == "updated_at";

    /// <summary>Returns how the list of a resource type returns what is new; null if it can only be read in full.</summary>
    public static ChangeTracking? Find(string type) =>
        type switch
        {
            "purchases" => Purchases,
            "contact_notes" => ContactNotes,
            "landing_pages" => LandingPages,
            "orders" => Orders,
            "transactions" => Transactions,
            "contacts" or "customers" or "order_items" or "website_pages" => SortedByCreation,
            _ => null,
        };

    /// <summary>Returns a copy of the query that excludes older resources as far as the API can, sorted by the attribute.</summary>
    /// <param name="query">The query of the caller, which does not change.</param>
    /// <param name="from">The earliest time; null for all resources.</param>
    /// <exception cref="ArgumentException">The query has a sort order, a page number or the same filter.</exception>
    public KajabiQuery Apply(KajabiQuery query, DateTimeOffset? from)
    {
        QueryWriter written = new();
        query.WriteTo(written);
        IEnumerable<string> names = written.Parameters.Select(static parameter => parameter.Key).Concat(query.AdditionalParameters.Keys);
        return names.FirstOrDefault(name => name is Sort or PageNumber || name == Filter) is { } conflict
            ? throw new ArgumentException($"The query has the parameter {conflict}, which this sequence sets. Remove it.", nameof(query))
            : query.CopyWith(GetParameters(from));
    }

    /// <summary>Returns the time of a resource; null if the response does not contain it.</summary>
    public DateTimeOffset? GetTime(Resource resource) =>
        resource.Attributes[Attribute] is JValue { Value: string text } && Iso8601.TryParse(text, out DateTimeOffset time, out _)
            ? time
            : null;

    private IEnumerable<KeyValuePair<string, StringValues>> GetParameters(DateTimeOffset? from)
    {
        if (IsSortable)
        {
            yield return new(Sort, Attribute);
        }

        if (Filter is not null && from is { } time)
        {
            // The day of the site can be the day before that of UTC.
            yield return new(
                Filter,
                IsDaily
                    ? time.UtcDateTime.AddDays(-1).ToString(Iso8601.DateFormat, CultureInfo.InvariantCulture)
                    : Iso8601.Format(time.ToUniversalTime())
            );
        }
    }
}
