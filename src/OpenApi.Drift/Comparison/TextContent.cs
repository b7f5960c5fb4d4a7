using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>
/// The content of a string. One side may use a format of OpenAPI 3.0 (<c>byte</c>), the other the equivalent keyword of 3.1
/// (<c>contentEncoding</c>).
/// </summary>
internal sealed record TextContent(IReadOnlyList<string> Formats, string? Encoding, string? MediaType)
{
    public static TextContent From(NormalizedSchema schema, NormalizedSchema other)
    {
        bool isBase64 = schema.Formats.Contains("byte") && schema.ContentEncoding is null && other.ContentEncoding == "base64";
        bool isBinary =
            schema.Formats.Contains("binary") && schema.ContentMediaType is null && other.ContentMediaType == "application/octet-stream";
        return new TextContent(
            [.. schema.Formats.Where(format => !(isBase64 && format == "byte") && !(isBinary && format == "binary"))],
            isBase64 ? other.ContentEncoding : schema.ContentEncoding,
            isBinary ? other.ContentMediaType : schema.ContentMediaType
        );
    }
}
