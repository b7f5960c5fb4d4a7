using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares the properties of objects.</summary>
internal static class ObjectComparer
{
    public static void Compare(SchemaPair pair)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        if (!pair.ComparedTypes.HasFlag(JsonTypes.Object))
        {
            return;
        }

        foreach (string name in before.Properties.Keys.Union(after.Properties.Keys))
        {
            CompareProperty(pair, name, before.Properties.GetValueOrDefault(name), after.Properties.GetValueOrDefault(name));
        }

        // An undeclared property can be required.
        foreach (
            string name in before
                .Required.Union(after.Required)
                .Where(name => !before.Properties.ContainsKey(name) && !after.Properties.ContainsKey(name))
        )
        {
            CompareRequired(pair, name);
        }

        OpenPropertyComparer.Compare(pair);
        CompareDependents(pair);
    }

    private static void CompareProperty(SchemaPair pair, string name, SchemaReference? before, SchemaReference? after)
    {
        string segment = ValuePath.Property(name);
        bool wasSent = before is not null && IsSent(pair, before.Schema);
        bool isSent = after is not null && IsSent(pair, after.Schema);
        if (before is not null && after is not null && wasSent != isSent)
        {
            pair.Add(FlagRule(pair.MessageDirection, isSent), null, null, segment, after.Schema);
        }
        else if (wasSent && isSent)
        {
            CompareFlags(pair, segment, before!.Schema, after!.Schema);
            CompareRequired(pair, name);
            pair.AddNested(segment, before, after);
        }
        else if (wasSent)
        {
            pair.Add(StructureRules.PropertyRemoved, before!.Schema.TypeText, null, segment, before.Schema);
        }
        else if (isSent)
        {
            SchemaRule rule = pair.After.Required.Contains(name)
                ? StructureRules.RequiredPropertyAdded
                : StructureRules.OptionalPropertyAdded;
            pair.Add(rule, null, after!.Schema.TypeText, segment, after.Schema);
        }
    }

    /// <summary>Returns whether a property is sent: requests exclude read-only properties, responses write-only properties.</summary>
    private static bool IsSent(SchemaPair pair, NormalizedSchema property) =>
        pair.MessageDirection switch
        {
            MessageDirection.Request => !property.IsReadOnly,
            MessageDirection.Response => !property.IsWriteOnly,
            _ => true,
        };

    private static SchemaRule FlagRule(MessageDirection direction, bool isSent) =>
        (direction, isSent) switch
        {
            (MessageDirection.Request, true) => StructureRules.BecameNotReadOnly,
            (MessageDirection.Request, false) => StructureRules.BecameReadOnly,
            (_, true) => StructureRules.BecameNotWriteOnly,
            _ => StructureRules.BecameWriteOnly,
        };

    private static void CompareFlags(SchemaPair pair, string segment, NormalizedSchema before, NormalizedSchema after)
    {
        if (
            pair.MessageDirection == MessageDirection.Either
            && (before.IsReadOnly != after.IsReadOnly || before.IsWriteOnly != after.IsWriteOnly)
        )
        {
            pair.Add(StructureRules.BecameReadOnly, null, null, segment, after);
        }
    }

    private static void CompareRequired(SchemaPair pair, string name)
    {
        bool wasRequired = pair.Before.Required.Contains(name);
        bool isRequired = pair.After.Required.Contains(name);
        if (wasRequired != isRequired)
        {
            pair.Add(isRequired ? StructureRules.BecameRequired : StructureRules.BecameOptional, null, null, ValuePath.Property(name));
        }
    }

    private static void CompareDependents(SchemaPair pair)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        foreach ((string property, string required) in before.DependentRequired.Except(after.DependentRequired))
        {
            pair.Add(StructureRules.DependentRequiredRemoved, required, null, ValuePath.Property(property));
        }

        foreach ((string property, string required) in after.DependentRequired.Except(before.DependentRequired))
        {
            pair.Add(StructureRules.DependentRequiredAdded, null, required, ValuePath.Property(property));
        }

        foreach (string name in before.DependentSchemas.Keys.Union(after.DependentSchemas.Keys))
        {
            SchemaReference? left = before.DependentSchemas.GetValueOrDefault(name);
            SchemaReference? right = after.DependentSchemas.GetValueOrDefault(name);
            if (left is not null && right is not null)
            {
                pair.AddNested(string.Empty, left, right);
            }
            else
            {
                pair.Add(
                    left is null ? StructureRules.DependentSchemaAdded : StructureRules.DependentSchemaRemoved,
                    left is null ? null : name,
                    right is null ? null : name
                );
            }
        }
    }
}
