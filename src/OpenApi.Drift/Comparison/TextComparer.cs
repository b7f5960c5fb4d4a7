using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares the keywords of strings: formats, patterns and content.</summary>
internal static class TextComparer
{
    /// <param name="pair">The schemas.</param>
    /// <param name="withFormats">False if the types differ, which already includes a difference of formats.</param>
    public static void Compare(SchemaPair pair, bool withFormats)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        (TextContent left, TextContent right) = (TextContent.From(before, after), TextContent.From(after, before));
        if (withFormats)
        {
            FormatComparer.Compare(pair, left.Formats, right.Formats);
        }

        if (!before.Patterns.SetEquals(after.Patterns))
        {
            SchemaRule rule =
                before.Patterns.IsSubsetOf(after.Patterns) ? ValueRules.PatternAdded
                : before.Patterns.IsSupersetOf(after.Patterns) ? ValueRules.PatternRemoved
                : ValueRules.PatternChanged;
            pair.Add(rule, Text(before.Patterns), Text(after.Patterns));
        }

        if (left.Encoding != right.Encoding)
        {
            pair.Add(ValueRules.ContentEncodingChanged, left.Encoding, right.Encoding);
        }

        if (left.MediaType != right.MediaType)
        {
            pair.Add(ValueRules.ContentMediaTypeChanged, left.MediaType, right.MediaType);
        }
    }

    private static string? Text(SortedSet<string> patterns) => patterns.Count == 0 ? null : string.Join(" and ", patterns);
}
