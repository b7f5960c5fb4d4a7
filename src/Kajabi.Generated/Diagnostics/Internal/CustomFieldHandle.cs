using System.Globalization;

namespace Kajabi.Diagnostics.Internal;

/// <summary>
/// Recognizes the handles of custom fields. The OpenAPI document declares only some of them, so the others are no contract drift.
/// </summary>
internal static class CustomFieldHandle
{
    /// <summary>The number of the last custom field.</summary>
    public const int Last = 150;

    private const string Prefix = "custom_";

    /// <summary>Whether the name is one of <c>custom_1</c> to <c>custom_150</c>.</summary>
    public static bool IsName(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number is >= 1 and <= Last
        && name.AsSpan(Prefix.Length).SequenceEqual(number.ToString(CultureInfo.InvariantCulture));
}
