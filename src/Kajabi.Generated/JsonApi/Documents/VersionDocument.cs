using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>The response of <c>GET /v1/version</c>: a document without data, with the name and version of the API.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class VersionDocument : Document
{
    /// <summary>Gets the name of the API; null if not sent.</summary>
    public string? Title => Meta?["title"] is JValue { Value: string title } ? title : null;

    /// <summary>Gets the version of the API; null if not sent.</summary>
    public string? Version => Meta?["version"] is JValue { Value: string version } ? version : null;

    /// <inheritdoc />
    public override IReadOnlyList<Resource> PrimaryData => [];

    private protected override void ReadData(ref JsonApiReader reader) => StoreMember("data", ref reader);

    private protected override void WriteData(MemberWriter writer, JsonApiSerializationMode mode) { }
}
