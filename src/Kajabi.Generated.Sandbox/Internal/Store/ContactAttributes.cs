using System.Globalization;

namespace Kajabi.Sandbox.Internal.Store;

/// <summary>Attributes of contacts that form submissions and requests have, too.</summary>
internal static class ContactAttributes
{
    private const string CustomPrefix = "custom_";
    private const int LastCustomField = 150;

    /// <summary>The telephone numbers and the address.</summary>
    public static IReadOnlyList<string> Address { get; } =
    [
        "phone_number",
        "business_number",
        "address_line_1",
        "address_line_2",
        "address_city",
        "address_state",
        "address_country",
        "address_zip",
    ];

    /// <summary>The custom fields that each contact has. Others exist if they have a value.</summary>
    public static IReadOnlyList<string> CustomFields { get; } = ["custom_1", "custom_2", "custom_3"];

    /// <summary>Returns whether an attribute is a custom field: <c>custom_1</c> to <c>custom_150</c>.</summary>
    public static bool IsCustomField(string name) =>
        name.StartsWith(CustomPrefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(CustomPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number is >= 1 and <= LastCustomField
        && name.AsSpan(CustomPrefix.Length).SequenceEqual(number.ToString(CultureInfo.InvariantCulture));
}
