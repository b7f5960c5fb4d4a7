using System.Globalization;

namespace Kajabi.Diagnostics.Internal;

/// <summary>
/// Recognizes the handles of custom fields. The OpenAPI document declares only some of them, so the others are no contract drift.
/// </summary>
internal static class CustomFieldHandle
{
    private const string Prefix = "custom_";
    private const int Last = 150;

    public static bool IsName(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number is >= 1 and <= Last;
}
