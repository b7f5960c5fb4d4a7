using Kajabi.Composer.Naming;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Model;

/// <summary>
/// Builds the attribute filters of lists from <c>x-attribute-filters</c>. An attribute that the resource does not have, or an unknown
/// suffix, is a finding: the API ignores such a filter and returns everything.
/// </summary>
/// <param name="model">The operations and resources.</param>
/// <param name="findings">Collects the filters that cannot be generated.</param>
internal sealed class FilterModelBuilder(ComposedModel model, FindingCollector findings)
{
    /// <summary>Returns the attribute filters of an operation; null if it has none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="declared">The properties of the declared parameters.</param>
    public FilterModel? Build(OperationModel operation, IReadOnlyList<QueryPropertyModel> declared)
    {
        if (operation.Source[FilterStatement.Keyword] is not { } statement)
        {
            return null;
        }

        if (operation.Primary is not { } primary || operation.ResponseType != $"{primary.Name}Collection")
        {
            Report(statement, $"{operation.Method.ToUpperInvariant()} {operation.Path} returns no list of resources.");
            return null;
        }

        IReadOnlyList<FilteredAttributeModel> attributes =
        [
            .. Read(statement, primary).Select(entry => Attribute(operation, primary, entry.Key, entry.Value, declared)),
        ];
        return attributes.Count == 0
            ? null
            : new FilterModel(
                Name($"{primary.Name}Filter", operation),
                $"Filters on attributes of {primary.Name} resources. Filters that are set apply together.",
                attributes
            );
    }

    /// <summary>Returns the suffixes of each attribute, and reports the ones that are unknown.</summary>
    private OrderedDictionary<string, List<FilterSuffix>> Read(JToken statement, ResourceModel primary)
    {
        OrderedDictionary<string, List<FilterSuffix>> read = [];
        foreach (JToken group in statement as JArray ?? new JArray(statement))
        {
            if (FilterStatement.Read(group) is not { } filters)
            {
                Report(statement, "Each item is an object with two lists of texts, `attributes` and `suffixes`.");
                continue;
            }

            IReadOnlyList<FilterSuffix> suffixes = [.. filters.Suffixes.Select(Suffix).OfType<FilterSuffix>()];
            foreach (JToken attribute in filters.Attributes.Where(attribute => CanFilter(attribute, primary)))
            {
                string name = (string)attribute!;
                List<FilterSuffix> known = read.GetValueOrDefault(name) ?? [];
                read[name] = known;
                foreach (FilterSuffix suffix in suffixes.Except(known))
                {
                    if (known.Exists(other => other.Name == suffix.Name))
                    {
                        Report(attribute, $"`{name}` has two suffixes for {suffix.Name}; `{suffix.Text}` is the second one.");
                    }
                    else
                    {
                        known.Add(suffix);
                    }
                }
            }
        }

        return read;
    }

    private FilterSuffix? Suffix(JToken token)
    {
        string text = (string)token!;
        FilterSuffix? suffix = FilterSuffix.Find(text);
        if (suffix is null)
        {
            string known = string.Join(", ", FilterSuffix.All.Select(static one => $"`{one.Text}`"));
            Report(token, $"The suffix `{text}` is unknown. Known suffixes: {known}.");
        }

        return suffix;
    }

    private bool CanFilter(JToken token, ResourceModel primary)
    {
        string name = (string)token!;
        string? problem = primary.Attributes.GetValueOrDefault(name) switch
        {
            null => $"`{name}` is no attribute of {primary.ResourceType} resources."
                + SimilarName.Suggest(SimilarName.Find(name, primary.Attributes.Keys)),
            { } member when Scalar(member) is null => $"`{name}` of {primary.ResourceType} resources contains objects.",
            { } member when ReservedMembers.IsReserved(ReservedMembers.Filter, member.Name, $"{primary.Name}Filter") =>
                $"`{name}` would be `{member.Name}`, which is reserved. {ProposedAction.Format(member.Location, NameKeywords.Member)}",
            _ => null,
        };
        if (problem is not null)
        {
            Report(token, problem);
        }

        return problem is null;
    }

    private FilteredAttributeModel Attribute(
        OperationModel operation,
        ResourceModel primary,
        string attribute,
        List<FilterSuffix> suffixes,
        IReadOnlyList<QueryPropertyModel> declared
    )
    {
        MemberModel member = primary.Attributes[attribute];

        // A comparison that is also a declared parameter has the type of that parameter, whose property forwards to it.
        IEnumerable<FilterSuffix> all = suffixes.Union(
            FilterSuffix.All.Where(suffix =>
                declared.Any(property => IsForwarded(property, suffix, attribute)) && !suffixes.Exists(other => other.Name == suffix.Name)
            )
        );
        return new FilteredAttributeModel(
            attribute,
            member.Name,
            Name($"{primary.Name}{member.Name}Filter", operation),
            (string?)member.Schema["description"],
            [.. all.Select(suffix => Comparison(member, suffix, declared)).OfType<QueryPropertyModel>()]
        );
    }

    private QueryPropertyModel? Comparison(MemberModel member, FilterSuffix suffix, IReadOnlyList<QueryPropertyModel> declared)
    {
        string parameter = suffix.Parameter(member.ApiName);
        string scalar = Scalar(member)!;
        (string type, string kind) = suffix.Type(scalar);
        QueryPropertyModel comparison = new(
            parameter,
            suffix.Name,
            type,
            kind,
            IsRequired: false,
            suffix.Describe(member.ApiName, scalar),
            QuerySchema.Create(model, type, kind)
        );
        return declared.FirstOrDefault(property => property.ApiName == parameter) switch
        {
            null => comparison,
            { } property when IsForwarded(property, suffix, member.ApiName) => comparison with
            {
                Type = property.Type,
                Schema = property.Schema,
                Forward = property.Name,
            },

            // The declared property is a list or required; a second property would send the parameter twice.
            _ => null,
        };
    }

    /// <summary>Returns the C# type of one value of an attribute; null for objects.</summary>
    private static string? Scalar(MemberModel member) =>
        member.Type switch
        {
            "IReadOnlyList<string>?" => "string?",
            "JsonApiObject?" => null,
            ['I', 'R', ..] => null,
            _ when member.Reader.StartsWith("Object<", StringComparison.Ordinal) => null,
            _ => member.Type,
        };

    private static bool IsForwarded(QueryPropertyModel property, FilterSuffix suffix, string attribute) =>
        property is { Kind: "scalar", IsRequired: false } && property.ApiName == suffix.Parameter(attribute);

    private string Name(string name, OperationModel operation) =>
        model.TypeNames.Add(
            name,
            "Parameters",
            (operation, name),
            operation.Source,
            ProposedAction.Format(operation.Source, NameKeywords.Operation),
            findings
        );

    private void Report(JToken location, string problem) => findings.Add(ComposerRules.InvalidAttributeFilter, location, problem);
}
