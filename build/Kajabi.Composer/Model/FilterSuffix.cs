namespace Kajabi.Composer.Model;

/// <summary>A suffix of the parameters that filter by an attribute, such as <c>gte</c> in <c>filter[updated_at_gte]</c>.</summary>
/// <param name="Text">The suffix. Lists spell some comparisons differently.</param>
/// <param name="Name">The C# property. It cannot be <c>Equals</c>, which every class has.</param>
/// <param name="Value">The kind of the value.</param>
/// <param name="Phrase">The comparison as the end of the sentence "resources whose attribute ...".</param>
/// <param name="TimePhrase">The same for a time or a date, if it differs.</param>
internal sealed record FilterSuffix(string Text, string Name, FilterValue Value, string Phrase, string? TimePhrase = null)
{
    private static readonly FilterSuffix[] s_all =
    [
        new("eq", "EqualTo", FilterValue.Attribute, "is this value"),
        new("not_eq", "NotEqualTo", FilterValue.Attribute, "is another value"),
        new("gt", "GreaterThan", FilterValue.Attribute, "is greater than this value", "is later than this value"),
        new("gte", "GreaterThanOrEqualTo", FilterValue.Attribute, "is this value or greater", "is this value or later"),
        new("gteq", "GreaterThanOrEqualTo", FilterValue.Attribute, "is this value or greater", "is this value or later"),
        new("lt", "LessThan", FilterValue.Attribute, "is less than this value", "is earlier than this value"),
        new("lte", "LessThanOrEqualTo", FilterValue.Attribute, "is this value or less", "is this value or earlier"),
        new("lteq", "LessThanOrEqualTo", FilterValue.Attribute, "is this value or less", "is this value or earlier"),
        new("cont", "Contains", FilterValue.Text, "contains this text"),
        new("not_cont", "NotContains", FilterValue.Text, "does not contain this text"),
        new("i_cont", "ContainsIgnoringCase", FilterValue.Text, "contains this text in upper or lower case"),
        new("start", "StartsWith", FilterValue.Text, "starts with this text"),
        new("end", "EndsWith", FilterValue.Text, "ends with this text"),
        new("in", "In", FilterValue.List, "is one of these values"),
        new("not_in", "NotIn", FilterValue.List, "is none of these values"),
        new("null", "IsNull", FilterValue.Boolean, "is null (true) or has a value (false)"),
    ];

    /// <summary>Gets the known suffixes.</summary>
    public static IReadOnlyList<FilterSuffix> All => s_all;

    public static FilterSuffix? Find(string text) => Array.Find(s_all, suffix => suffix.Text == text);

    /// <summary>Returns the query parameter.</summary>
    public string Parameter(string attribute) => $"filter[{attribute}_{Text}]";

    /// <summary>Returns the C# type of the property and its format: <c>scalar</c> or <c>csv</c>.</summary>
    /// <param name="scalar">The C# type of the attribute.</param>
    public (string Type, string Kind) Type(string scalar) =>
        Value switch
        {
            FilterValue.Text => ("string?", "scalar"),
            FilterValue.List => ($"IList<{scalar.TrimEnd('?')}>?", "csv"),
            FilterValue.Boolean => ("bool?", "scalar"),
            _ => (scalar, "scalar"),
        };

    /// <summary>Returns the description of the property.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="scalar">The C# type of the attribute.</param>
    public string Describe(string attribute, string scalar) =>
        $"Returns only resources whose `{attribute}` {(scalar is "DateTimeOffset?" or "DateOnly?" ? TimePhrase ?? Phrase : Phrase)} "
        + $"(`{Parameter(attribute)}`). Default: null, no filter.";
}
