using System.Globalization;

namespace Kajabi.Cli.Endpoints;

/// <summary>The attributes of custom fields: a resource type can have 150, and the contract declares the first few.</summary>
internal static class CustomFieldName
{
    /// <summary>The number of the last custom field.</summary>
    public const int Last = 150;

    private const string Prefix = "custom_";

    /// <summary>Whether a resource type has custom fields.</summary>
    public static bool IsDeclaredBy(Resource resource) => resource.Attributes.DeclaredMembers.Any(static member => IsName(member.Name));

    /// <summary>Whether this is the name of a custom field.</summary>
    public static bool IsName(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number is >= 1 and <= Last
        && name[Prefix.Length] != '0';
}
