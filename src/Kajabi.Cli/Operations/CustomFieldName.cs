using System.Globalization;

namespace Kajabi.Cli.Operations;

/// <summary>Attribute names of custom fields. A resource type can have 150, of which the OpenAPI document declares the first few.</summary>
internal static class CustomFieldName
{
    /// <summary>The number of the last custom field.</summary>
    public const int Last = 150;

    private const string Prefix = "custom_";

    /// <summary>Whether a resource type has custom fields.</summary>
    public static bool IsDeclaredBy(Resource resource) => resource.Attributes.DeclaredMembers.Any(static member => IsName(member.Name));

    /// <summary>Whether the name is that of a custom field.</summary>
    public static bool IsName(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number is >= 1 and <= Last
        && name[Prefix.Length] != '0';
}
