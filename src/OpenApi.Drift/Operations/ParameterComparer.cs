using System.Globalization;
using OpenApi.Drift.Reading;
using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Operations;

/// <summary>Compares the parameters of an operation.</summary>
internal sealed class ParameterComparer(DriftContext context, OperationScope scope, NormalizedOperation before, NormalizedOperation after)
{
    public void Compare()
    {
        List<NormalizedParameter> removed = [];
        foreach ((var key, NormalizedParameter left) in before.Parameters)
        {
            if (after.Parameters.TryGetValue(key, out NormalizedParameter? right))
            {
                Compare(left, right);
            }
            else if (IsMissing(left, after))
            {
                removed.Add(left);
            }
        }

        List<NormalizedParameter> added =
        [
            .. after
                .Parameters.Where(right => !before.Parameters.ContainsKey(right.Key) && IsMissing(right.Value, before))
                .Select(static right => right.Value),
        ];
        foreach (NormalizedParameter left in removed)
        {
            int moved = added.FindIndex(right => right.Name == left.Name);
            if (moved < 0)
            {
                context.Add(MessageRules.ParameterRemoved, scope, Location(left), (left.Schema.Schema.TypeText, null), left.Written);
            }
            else
            {
                context.Add(MessageRules.ParameterMoved, scope, Location(left), (left.In, added[moved].In), added[moved].Written);
                added.RemoveAt(moved);
            }
        }

        foreach (NormalizedParameter right in added)
        {
            context.Add(
                right.IsRequired ? MessageRules.RequiredParameterAdded : MessageRules.OptionalParameterAdded,
                scope,
                Location(right),
                (null, right.Schema.Schema.TypeText),
                right.Written
            );
        }
    }

    /// <summary>
    /// Whether the other operation certainly has no such parameter. A path contains its parameters even if they are not
    /// declared, and a dangling reference could mean the parameter.
    /// </summary>
    private static bool IsMissing(NormalizedParameter parameter, NormalizedOperation other) =>
        parameter.In != "path"
        && !other.UnknownParameters.Any(unknown =>
            Letters(parameter.Name).Contains(Letters(unknown), StringComparison.Ordinal)
            || Letters(unknown).Contains(Letters(parameter.Name), StringComparison.Ordinal)
        );

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Location(NormalizedParameter parameter) => $"{parameter.In} {parameter.Name}";

    private void Compare(NormalizedParameter left, NormalizedParameter right)
    {
        string location = Location(left);
        if (left.IsRequired != right.IsRequired)
        {
            context.Add(
                right.IsRequired ? MessageRules.ParameterBecameRequired : MessageRules.ParameterBecameOptional,
                scope,
                location,
                default,
                right.Written
            );
        }

        if (left.IsDeprecated != right.IsDeprecated)
        {
            SchemaRule rule = right.IsDeprecated ? ValueRules.Deprecated : ValueRules.Reactivated;
            context.Add(rule.At(SchemaLocation.RequestParameter, isWhole: true), scope, location, default, right.Written);
        }

        if (left.MediaType != right.MediaType)
        {
            context.Add(MessageRules.ParameterContentChanged, scope, location, (left.MediaType, right.MediaType), right.Written);
            return;
        }

        if (SingleValueList.Matches(left, right))
        {
            CompareWithList(left, right, location);
            return;
        }

        if (left.MediaType is null)
        {
            CompareSerialization(left, right, location);
        }

        context.CompareSchemas(SchemaLocation.RequestParameter, scope, location, left.Schema, right.Schema);
    }

    /// <summary>Compares a value with the items of the list that it became.</summary>
    private void CompareWithList(NormalizedParameter left, NormalizedParameter right, string location)
    {
        (NormalizedSchema value, NormalizedSchema list) = (left.Schema.Schema, right.Schema.Schema);
        Add(ValueRules.TypeGeneralized, value.TypeText, list.TypeText);
        if (list.Counts.MinItems > 1)
        {
            Add(StructureRules.MinItemsIncreased, null, list.Counts.MinItems.ToString(CultureInfo.InvariantCulture));
        }

        CompareCharacters(left, right, location);
        if (list.Items is not null)
        {
            context.CompareSchemas(SchemaLocation.RequestParameter, scope, location, left.Schema, list.Items);
        }

        void Add(SchemaRule rule, string? old, string? now) =>
            context.Add(rule.At(SchemaLocation.RequestParameter, isWhole: true), scope, location, (old, now), right.Written);
    }

    private void CompareSerialization(NormalizedParameter left, NormalizedParameter right, string location)
    {
        if (left.Style != right.Style)
        {
            context.Add(MessageRules.ParameterStyleChanged, scope, location, (left.Style, right.Style), right.Written);
        }
        else if (left.IsExploded != right.IsExploded && (left.IsExplodeSignificant || right.IsExplodeSignificant))
        {
            context.Add(
                MessageRules.ParameterExplodeChanged,
                scope,
                location,
                (Text(left.IsExploded), Text(right.IsExploded)),
                right.Written
            );
        }

        CompareCharacters(left, right, location);
    }

    /// <summary>Compares reserved characters and empty values.</summary>
    private void CompareCharacters(NormalizedParameter left, NormalizedParameter right, string location)
    {
        if (left.AllowsReserved != right.AllowsReserved)
        {
            context.Add(
                right.AllowsReserved ? MessageRules.ParameterReservedAllowed : MessageRules.ParameterReservedForbidden,
                scope,
                location,
                default,
                right.Written
            );
        }

        if (left.AllowsEmpty != right.AllowsEmpty)
        {
            context.Add(
                right.AllowsEmpty ? MessageRules.ParameterEmptyAllowed : MessageRules.ParameterEmptyForbidden,
                scope,
                location,
                default,
                right.Written
            );
        }
    }

    private static string Text(bool value) => value ? "true" : "false";
}
