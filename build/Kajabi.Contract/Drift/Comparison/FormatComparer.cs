using Kajabi.Contract.Drift.Rules;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>Compares formats, some of which lie within others.</summary>
internal static class FormatComparer
{
    private static readonly (string Narrow, string Wide)[] s_within = [("int32", "int64"), ("float", "double"), ("int8", "int16"), ("int16", "int32"), ("email", "idn-email"), ("hostname", "idn-hostname"), ("uri", "uri-reference"), ("uri", "iri"), ("uri-reference", "iri-reference"), ("iri", "iri-reference")];

    public static void Compare(SchemaPair pair)
    {
        (string? before, string? after) = (pair.Before.Format, pair.After.Format);
        if (before != after)
        {
            pair.Add(Rule(before, after), before, after);
        }
    }

    private static SchemaRule Rule(string? before, string? after) => (before, after) switch
    {
        (null, _) => ValueRules.FormatAdded,
        (_, null) => ValueRules.FormatRemoved,
        _ when Array.IndexOf(s_within, (before, after)) >= 0 => ValueRules.FormatGeneralized,
        _ when Array.IndexOf(s_within, (after, before)) >= 0 => ValueRules.FormatSpecialized,
        _ => ValueRules.FormatChanged,
    };
}
