namespace Kajabi.Cli.Output;

/// <summary>Finds the text by which a person recognizes a resource.</summary>
internal static class ResourceTitle
{
    private static readonly string[] s_attributes = ["name", "title", "email", "order_number", "event", "handle", "subject", "body"];

    /// <summary>Returns the attribute with the title; null if the resource has none.</summary>
    public static string? FindAttribute(Resource resource) =>
        s_attributes.FirstOrDefault(attribute => DisplayValue.GetText(resource, attribute) is not null);

    /// <summary>Returns the title on one line; null if the resource has none.</summary>
    public static string? Find(Resource resource) =>
        FindAttribute(resource) is { } attribute ? DisplayValue.GetText(resource, attribute) : null;
}
