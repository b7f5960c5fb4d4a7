using System.Globalization;

namespace Kajabi.Writing.Internal;

/// <summary>The handles of custom fields, of which the contract lists only a few.</summary>
internal static class CustomFieldHandle
{
    private const string Prefix = "custom_";
    private const int Last = 150;

    public static bool IsName(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number is >= 1 and <= Last;
}
