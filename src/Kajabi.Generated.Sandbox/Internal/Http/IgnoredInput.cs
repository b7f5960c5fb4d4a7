using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Data.Templates;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Reading.Filters;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Writing;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Finds what a request contains that the API ignores silently, as sentences.</summary>
/// <param name="type">The resource type of the operation.</param>
/// <param name="query">The query of the request.</param>
/// <param name="store">The data, which can have attributes that the API does not have.</param>
internal sealed class IgnoredInput(SandboxType type, SandboxQuery query, SandboxStore store)
{
    /// <param name="method">The method; GET for HEAD.</param>
    /// <param name="segments">The path after the type.</param>
    /// <param name="body">The body of the request.</param>
    public IReadOnlyList<string> Find(string method, string[] segments, JsonNode? body)
    {
        bool isList = method == "GET" && segments.Length == 0;
        string[] filters = [.. GetFilters(method, segments)];
        return
        [
            .. query.Filters.SelectMany(filter => CheckFilter(filter.Key, filter.Value, filters)),
            .. GetUnknownParameters(isList),
            .. query.InvalidPages.Select(static name => $"{name} is no number and has no effect."),
            .. query.Fields.SelectMany(CheckFields),
            .. isList ? query.Sort.Where(key => !type.CanSortBy(key)).Select(DescribeSort) : [],
            .. CheckAttributes(method, segments, body),
        ];
    }

    private IEnumerable<string> GetFilters(string method, string[] segments) =>
        (method, segments, type.Type) switch
        {
            ("GET", [], _) => ListFilters.GetNames(type.Type),
            ("GET", [_], "customers") => IncludedResources.CustomerFilters,
            ("GET", [_], "kajabi_payments_payouts") => ["site_id"],
            _ => [],
        };

    private IEnumerable<string> CheckFilter(string name, string value, string[] filters)
    {
        if (!filters.Contains(name))
        {
            string? nearest = Suggestion.Find(name, filters) is { } found ? WriteFilter(found) : null;
            yield return $"{WriteFilter(name)} is not a filter of {type.Type} and has no effect.{Suggestion.Ask(nearest)}";
        }
        else if (string.IsNullOrWhiteSpace(value))
        {
            yield return $"{WriteFilter(name)} is blank and has no effect.";
        }
    }

    private IEnumerable<string> GetUnknownParameters(bool isList)
    {
        List<string> valid = ["include", "fields[...]"];
        List<string> unknown = [.. query.OtherNames];
        unknown.AddRange(
            query.Fields.Keys.Where(static name => !SandboxRelationships.IsType(name)).Select(static name => $"fields[{name}]")
        );
        if (isList)
        {
            valid.AddRange(["page[number]", "page[size]", "sort", "filter[...]"]);
        }
        else
        {
            unknown.AddRange(query.PageNumber is null ? [] : ["page[number]"]);
            unknown.AddRange(query.PageSize is null ? [] : ["page[size]"]);
            unknown.AddRange(query.Sort.Length == 0 ? [] : ["sort"]);
        }

        return unknown.Select(name =>
            $"{name} is not a parameter of this operation and has no effect." + Suggestion.Ask(FindParameter(name, valid))
        );
    }

    /// <summary>Returns the parameter that is meant, with the name between the brackets.</summary>
    private static string? FindParameter(string name, List<string> valid)
    {
        string[] families = [.. valid.Where(static one => one.EndsWith("[...]", StringComparison.Ordinal)).Select(static one => one[..^5])];
        if (name.Split('[', 2) is not [var family, var rest] || Suggestion.Find(family, families) is not { } meant)
        {
            return Suggestion.Find(name, valid);
        }

        return meant == "fields"
            ? Suggestion.Find(rest.TrimEnd(']'), SandboxRelationships.Types) is { } type
                ? $"fields[{type}]"
                : null
            : meant == family
                ? Suggestion.Find(name, valid)
                : $"{meant}[{rest}";
    }

    private IEnumerable<string> CheckFields(KeyValuePair<string, string[]> fields)
    {
        if (ResourceTemplates.Find(fields.Key) is not { } template)
        {
            return [];
        }

        string[] names = [.. template.Names, .. template.Relationships.Select(static relationship => relationship.Name)];
        return fields
            .Value.Where(name => !names.Contains(name) && !template.HasAttribute(name) && !IsInData(fields.Key, name))
            .Select(name =>
                $"{name} of fields[{fields.Key}] is neither an attribute nor a relationship of {fields.Key} and has no effect."
                + Suggestion.Ask(Suggestion.Find(name, names))
            );
    }

    private bool IsInData(string name, string attribute) =>
        store.GetAll(name).Any(resource => resource.Attributes.ContainsKey(attribute) || resource.Relationships.ContainsKey(attribute));

    private string DescribeSort(string key) =>
        $"{type.Type} cannot be sorted by {key}, which has no effect."
        + (type.Sorts.Length == 0 ? string.Empty : $" Valid sort orders: {string.Join(", ", type.Sorts)}.");

    private IEnumerable<string> CheckAttributes(string method, string[] segments, JsonNode? body)
    {
        string? written = (method, segments, type.Type) switch
        {
            ("POST", [], _) or ("PATCH", [_], _) => type.Type,
            ("POST", [_, "submit"], "forms") => "form_submissions",
            _ => null,
        };
        if (written is null || RequestDocument.Parse(written, body) is not { } document)
        {
            return [];
        }

        return document
            .Attributes.Select(static attribute => attribute.Key)
            .Where(name => !WritableAttributes.Contains(written, name, isCreated: method == "POST"))
            .Select(name =>
                $"The attribute {name} of {written} cannot be set by this operation and has no effect."
                + Suggestion.Ask(Suggestion.Find(name, [.. WritableAttributes.GetNames(written).Where(known => known != name)]))
            );
    }

    private static string WriteFilter(string name) =>
        name.EndsWith("[]", StringComparison.Ordinal) ? $"filter[{name[..^2]}][]" : $"filter[{name}]";
}
