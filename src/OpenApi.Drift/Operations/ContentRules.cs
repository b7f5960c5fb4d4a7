using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Operations;

/// <summary>The rules that differ between request and response bodies.</summary>
internal sealed record ContentRules(SchemaLocation Location, Rule MediaTypeAdded, Rule MediaTypeRemoved, Rule EncodingChanged)
{
    public static ContentRules Request { get; } =
        new(
            SchemaLocation.RequestBody,
            MessageRules.RequestMediaTypeAdded,
            MessageRules.RequestMediaTypeRemoved,
            MessageRules.RequestEncodingChanged
        );

    public static ContentRules Response { get; } =
        new(
            SchemaLocation.ResponseBody,
            MessageRules.ResponseMediaTypeAdded,
            MessageRules.ResponseMediaTypeRemoved,
            MessageRules.ResponseEncodingChanged
        );
}
