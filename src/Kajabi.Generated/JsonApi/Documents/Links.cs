using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <summary>
/// The links of a document, a resource or a relationship. They are shown as they came: brackets may be
/// unescaped and the host may not be the configured one, so follow none of them with a token by hand.
/// Links that are not listed here, such as <c>customer</c> on a contact, are reached by name.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class Links : JsonApiObject
{
    private static readonly MemberTable s_members = new(
        new JsonApiMember("self", nameof(Self)),
        new JsonApiMember("current", nameof(Current)),
        new JsonApiMember("first", nameof(First)),
        new JsonApiMember("prev", nameof(Prev)),
        new JsonApiMember("next", nameof(Next)),
        new JsonApiMember("last", nameof(Last)),
        new JsonApiMember("related", nameof(Related))
    );

    private protected override bool IsClosed => false;

    private readonly string?[] _urls = new string?[s_members.Count];

    /// <summary>The address of what holds these links; null when not sent.</summary>
    [JsonProperty("self")]
    public string? Self => _urls[0];

    /// <summary>The address of the current page; null when not sent.</summary>
    [JsonProperty("current")]
    public string? Current => _urls[1];

    /// <summary>The address of the first page; null when not sent.</summary>
    [JsonProperty("first")]
    public string? First => _urls[2];

    /// <summary>The address of the page before; null on the first page or when not sent.</summary>
    [JsonProperty("prev")]
    public string? Prev => _urls[3];

    /// <summary>The address of the page after; null on the last page or when not sent.</summary>
    [JsonProperty("next")]
    public string? Next => _urls[4];

    /// <summary>The address of the last page; null when not sent.</summary>
    [JsonProperty("last")]
    public string? Last => _urls[5];

    /// <summary>The address of the related resources themselves; null when not sent.</summary>
    [JsonProperty("related")]
    public string? Related => _urls[6];

    internal override bool IsChange => false;

    internal override MemberTable Members => s_members;

    internal override void ReadMember(int ordinal, MemberReader reader) => _urls[ordinal] = reader.ReadString();

    internal override void WriteMember(int ordinal, MemberWriter writer) => writer.Write(_urls[ordinal]);
}
