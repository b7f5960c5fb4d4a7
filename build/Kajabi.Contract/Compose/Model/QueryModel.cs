using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Compose.Model;

/// <summary>The query object of one operation.</summary>
/// <param name="Name">The C# class, such as <c>ListContactsQuery</c>.</param>
/// <param name="Properties">Its properties, in the order of the contract.</param>
/// <param name="Fieldsets">The class of its sparse fieldsets; null when it has none.</param>
internal sealed record QueryModel(string Name, IReadOnlyList<QueryPropertyModel> Properties, string? Fieldsets)
{
    public bool IsPaged => Properties.Any(static property => property.WireName == "page[number]");

    public bool IsFilteredBySite => Properties.Any(static property => property is { WireName: "filter[site_id]", IsRequired: false });

    public bool IsRequired => Properties.Any(static property => property.IsRequired);
}

/// <summary>One property of a query object.</summary>
/// <param name="WireName">The query parameter, such as <c>filter[site_id]</c>.</param>
/// <param name="Name">The C# property, such as <c>SiteId</c>.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Kind">How it is written: <c>scalar</c>, <c>csv</c> or <c>multi</c>.</param>
/// <param name="IsRequired">Whether the API refuses a call without it.</param>
/// <param name="Description">What it means.</param>
/// <param name="Schema">Its schema in the composed document.</param>
internal sealed record QueryPropertyModel(
    string WireName,
    string Name,
    string Type,
    string Kind,
    bool IsRequired,
    string? Description,
    JObject Schema
);
