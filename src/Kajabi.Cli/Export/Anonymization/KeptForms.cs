using System.Text.RegularExpressions;
using Kajabi.Diagnostics.Internal;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Export.Anonymization;

/// <summary>Checks the form of values.</summary>
internal static partial class KeptForms
{
    /// <summary>States and kinds of more than one word that the API documents.</summary>
    private static readonly HashSet<string> s_phrases = new(StringComparer.OrdinalIgnoreCase) { "in transit", "Kajabi Payments" };

    /// <summary>The handles of the fields that each form has; all others are those of custom fields.</summary>
    private static readonly HashSet<string> s_handles = new(StringComparer.Ordinal)
    {
        "name",
        "email",
        "phone_number",
        "business_number",
        "mobile_phone_number",
        "address_line_1",
        "address_line_2",
        "address_city",
        "address_state",
        "address_country",
        "address_zip",
    };

    /// <summary>Whether a value has a form.</summary>
    public static bool Matches(KeptForm form, JToken value) =>
        form switch
        {
            KeptForm.Boolean => value.Type == JTokenType.Boolean,
            KeptForm.Number => IsNumber(value),
            KeptForm.Decimal => IsNumber(value) || IsText(value, DecimalNumber()),
            KeptForm.Time => value.Type == JTokenType.Date || IsText(value, Time()),
            KeptForm.Word => value.Type == JTokenType.String && (s_phrases.Contains((string)value!) || IsText(value, Word())),
            KeptForm.Currency => IsText(value, Currency()),
            KeptForm.CurrencySymbol => IsText(value, CurrencySymbol()),
            KeptForm.Amount => IsText(value, Amount()),
            KeptForm.Language => IsText(value, Language()),
            KeptForm.Handle => value.Type == JTokenType.String
                && (s_handles.Contains((string)value!) || CustomFieldHandle.IsName((string)value!)),
            KeptForm.Id => value.Type == JTokenType.Integer || (value.Type == JTokenType.String && IsId((string)value!)),
            _ => false,
        };

    /// <summary>Whether a text is an id: letters, digits, hyphens and underscores, so that it is no address and no full name.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>Whether a text is the name of a resource type.</summary>
    public static bool IsType(string text) => Type().IsMatch(text);

    private static bool IsNumber(JToken value) => value.Type is JTokenType.Integer or JTokenType.Float;

    private static bool IsText(JToken value, Regex form) => value.Type == JTokenType.String && form.IsMatch((string)value!);

    [GeneratedRegex(@"\A-?[0-9]{1,12}(\.[0-9]{1,6})?\z")]
    private static partial Regex DecimalNumber();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)? ?(Z|UTC|[+-][0-9]{2}:?[0-9]{2})?)?\z")]
    private static partial Regex Time();

    [GeneratedRegex(@"\A[A-Za-z]{1,30}(_[A-Za-z]{1,30}){0,4}\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[A-Za-z]{3}\z")]
    private static partial Regex Currency();

    [GeneratedRegex(@"\A[A-Za-z]{0,2}\p{Sc}\z|\A[A-Za-z]{1,3}\z")]
    private static partial Regex CurrencySymbol();

    [GeneratedRegex(
        @"\A-?([A-Za-z]{0,3}\p{Sc}?|[A-Z]{3})[ \u00A0]?-?[0-9]([0-9.,'\u2019 \u00A0\u202F]{0,16}[0-9])?[ \u00A0]?(\p{Sc}|[A-Za-z]{1,3})?\z"
    )]
    private static partial Regex Amount();

    [GeneratedRegex(@"\A[a-z]{2}([-_][A-Za-z]{2})?\z")]
    private static partial Regex Language();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[a-z]{1,30}(_[a-z]{1,30}){0,4}\z")]
    private static partial Regex Type();
}
