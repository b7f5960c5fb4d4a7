using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Overlay;

/// <summary>A field of an Overlay 1.0 object.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type of its value; null for any.</param>
/// <param name="IsRequired">Whether it is required.</param>
internal sealed record OverlayField(string Name, JTokenType? Type, bool IsRequired = false)
{
    public static IReadOnlyList<OverlayField> Root { get; } =
    [
        new("overlay", JTokenType.String, IsRequired: true),
        new("info", JTokenType.Object, IsRequired: true),
        new("extends", JTokenType.String),
        new("actions", JTokenType.Array, IsRequired: true),
    ];

    public static IReadOnlyList<OverlayField> Info { get; } =
    [new("title", JTokenType.String, IsRequired: true), new("version", JTokenType.String, IsRequired: true)];

    public static IReadOnlyList<OverlayField> Action { get; } =
    [
        new("target", JTokenType.String, IsRequired: true),
        new("description", JTokenType.String),
        new("update", null),
        new("remove", JTokenType.Boolean),
    ];

    /// <summary>Gets the type for messages.</summary>
    public string TypeName =>
        Type switch
        {
            JTokenType.String => "a string in quotation marks",
            JTokenType.Boolean => "`true` or `false`",
            JTokenType.Array => "a list",
            _ => "an object",
        };
}
