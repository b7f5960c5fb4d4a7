using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <summary>
/// The links of a document, a resource or a relationship, unchanged. Brackets can be unescaped, and the host can differ from the
/// configured one, so do not send a token to them. Other links, such as <c>customer</c> of a contact, are available by name
/// through the indexer.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class Links : JsonApiObject
{
    private static readonly MemberTable s_members = new(
        MemberTable.Member("self", nameof(Self), JsonApiMemberKind.String),
        MemberTable.Member("current", nameof(Current), JsonApiMemberKind.String),
        MemberTable.Member("first", nameof(First), JsonApiMemberKind.String),
        MemberTable.Member("prev", nameof(Prev), JsonApiMemberKind.String),
        MemberTable.Member("next", nameof(Next), JsonApiMemberKind.String),
        MemberTable.Member("last", nameof(Last), JsonApiMemberKind.String),
        MemberTable.Member("related", nameof(Related), JsonApiMemberKind.String)
    );

    private protected override bool IsClosed => false;

    private readonly string?[] _urls = new string?[s_members.Count];

    /// <summary>Gets the URL of the object that contains these links; null if not sent.</summary>
    [JsonProperty("self")]
    public string? Self => _urls[0];

    /// <summary>Gets the URL of the current page; null if not sent.</summary>
    [JsonProperty("current")]
    public string? Current => _urls[1];

    /// <summary>Gets the URL of the first page; null if not sent.</summary>
    [JsonProperty("first")]
    public string? First => _urls[2];

    /// <summary>Gets the URL of the previous page; null on the first page or if not sent.</summary>
    [JsonProperty("prev")]
    public string? Prev => _urls[3];

    /// <summary>Gets the URL of the next page; null on the last page or if not sent.</summary>
    [JsonProperty("next")]
    public string? Next => _urls[4];

    /// <summary>Gets the URL of the last page; null if not sent.</summary>
    [JsonProperty("last")]
    public string? Last => _urls[5];

    /// <summary>Gets the URL of the related resources; null if not sent.</summary>
    [JsonProperty("related")]
    public string? Related => _urls[6];

    internal override bool IsChange => false;

    internal override MemberTable Members => s_members;

    internal override void ReadMember(int ordinal, ref JsonApiReader reader) => _urls[ordinal] = reader.ReadString();

    internal override void WriteMember(int ordinal, MemberWriter writer) => writer.Write(_urls[ordinal]);
}
