using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Schemas;

/// <summary>Reads alternatives, and merges those that one schema can express: lists of types, lists of values.</summary>
/// <param name="reader">Reads the alternatives.</param>
internal sealed class UnionReader(SchemaReader reader)
{
    public void Read(FlatSchema flat, NormalizedSchema schema, SchemaMerger merger)
    {
        foreach ((bool isExclusive, IReadOnlyList<JToken> written) in flat.Unions)
        {
            List<SchemaReference> branches = [.. written.Select(reader.GetReference).Distinct()];
            List<NormalizedSchema> read = [.. branches.Select(reader.TryRead).OfType<NormalizedSchema>()];
            if (branches.Count == 0)
            {
                // Null is the only alternative.
                schema.Types = JsonTypes.None;
            }
            else if (read.Count < branches.Count || read.Exists(static branch => branch.IsUnknown))
            {
                schema.Unions.Add(new SchemaUnion(isExclusive, branches));
            }
            else if (branches.Count == 1)
            {
                Merge(branches, read, schema, merger);
            }
            else if (
                isExclusive
                || !read.Exists(static branch => branch.Types == JsonTypes.Any && branch.HasOnlyTypes && branch.Unions.Count == 0)
            )
            {
                AddUnion(isExclusive, branches, read, schema, merger);
            }
        }

        for (int index = 0; index < schema.Unions.Count; index++)
        {
            schema.Unions[index] = Restrict(schema.Unions[index], schema.Types);
        }
    }

    /// <summary>Applies a type that is declared beside the alternatives to each of them.</summary>
    private SchemaUnion Restrict(SchemaUnion union, JsonTypes types)
    {
        List<NormalizedSchema> read = [.. union.Branches.Select(reader.TryRead).OfType<NormalizedSchema>()];
        return read.Count < union.Branches.Count || read.Exists(static branch => branch.IsUnknown)
            ? union
            : union with
            {
                Branches =
                [
                    .. union.Branches.Select(
                        (branch, index) => (read[index].Types & ~types) == JsonTypes.None ? branch : reader.Restrict(branch, types)
                    ),
                ],
            };
    }

    private void AddUnion(
        bool isExclusive,
        List<SchemaReference> branches,
        List<NormalizedSchema> read,
        NormalizedSchema schema,
        SchemaMerger merger
    )
    {
        if (ListValues(read, isExclusive))
        {
            schema.Types &= CombineTypes(read);
            merger.Restrict(read.SelectMany(static branch => branch.Values!));
        }
        else if (DifferInType(read))
        {
            Merge(branches, read, schema, merger);
        }
        else
        {
            schema.Types &= CombineTypes(read);
            schema.Unions.Add(new SchemaUnion(isExclusive, branches));
        }
    }

    private static JsonTypes CombineTypes(List<NormalizedSchema> read) =>
        read.Aggregate(JsonTypes.None, static (types, branch) => types | branch.Types);

    private void Merge(List<SchemaReference> branches, List<NormalizedSchema> read, NormalizedSchema schema, SchemaMerger merger)
    {
        schema.Types &= CombineTypes(read);
        merger.Add([.. branches.SelectMany(branch => reader.Flatten(branch).Parts)], withTypes: false);
    }

    /// <summary>Returns whether each alternative is only a list of values, as in an enum whose values have titles.</summary>
    private static bool ListValues(List<NormalizedSchema> read, bool isExclusive) =>
        read.TrueForAll(static branch => branch is { Values: not null, HasOnlyTypesOrValues: true, Unions.Count: 0 })
        && (
            !isExclusive
            || read.SelectMany(static branch => branch.Values!).Distinct().Count() == read.Sum(static branch => branch.Values!.Count)
        );

    /// <summary>Returns whether the alternatives have different types, and only keywords that have no effect on other types.</summary>
    private static bool DifferInType(List<NormalizedSchema> read)
    {
        JsonTypes seen = JsonTypes.None;
        foreach (NormalizedSchema branch in read)
        {
            bool isSpecific = branch is { Values: null, Discriminator: null, Unions.Count: 0, Exclusions.Count: 0, Conditions.Count: 0 };
            if (
                !isSpecific
                || (seen & branch.Types) != JsonTypes.None
                || (branch.Types.HasFlag(JsonTypes.Integer) && seen.HasFlag(JsonTypes.Fraction))
            )
            {
                return false;
            }

            seen |= branch.Types;
        }

        return read.Count(static branch => (branch.Types & JsonTypes.Number) != JsonTypes.None) <= 1;
    }
}
