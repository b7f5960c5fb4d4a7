using Kajabi.Contract.Drift.Schemas;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>What is said of the contents of a text, where one side may write as a format of OpenAPI 3.0 what the other says in words of 3.1.</summary>
internal sealed record TextContent(IReadOnlyList<string> Formats, string? Encoding, string? MediaType)
{
    public static TextContent Of(NormalizedSchema schema, NormalizedSchema other)
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
