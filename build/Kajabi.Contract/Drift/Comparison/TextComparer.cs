using Kajabi.Contract.Drift.Rules;
using Kajabi.Contract.Drift.Schemas;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>Compares what is said of texts: patterns, and what they hold.</summary>
internal static class TextComparer
{
    public static void Compare(SchemaPair pair)
    {
        (WireSchema before, WireSchema after) = (pair.Before, pair.After);
        if (!before.Patterns.SetEquals(after.Patterns))
        {
            SchemaRule rule = before.Patterns.IsSubsetOf(after.Patterns) ? ValueRules.PatternAdded
                : before.Patterns.IsSupersetOf(after.Patterns) ? ValueRules.PatternRemoved
                : ValueRules.PatternChanged;
            pair.Add(rule, Text(before.Patterns), Text(after.Patterns));
        }

        if (before.ContentEncoding != after.ContentEncoding)
        {
            pair.Add(ValueRules.ContentEncodingChanged, before.ContentEncoding, after.ContentEncoding);
        }

        if (before.ContentMediaType != after.ContentMediaType)
        {
            pair.Add(ValueRules.ContentMediaTypeChanged, before.ContentMediaType, after.ContentMediaType);
        }
    }

    private static string? Text(SortedSet<string> patterns) => patterns.Count == 0 ? null : string.Join(" and ", patterns);
}
