using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>
/// A document whose primary data is resource linkage: the identifiers of related resources. It is the response and the request
/// body of the relationship endpoints.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class RelationshipDocument : Document
{
    private Linkage? _linkage;

    /// <summary>Initializes a new instance of the <see cref="RelationshipDocument"/> class, such as a request body.</summary>
    /// <param name="data">The identifiers of the related resources; an empty list empties the relationship where it is replaced.</param>
    public RelationshipDocument(IEnumerable<ResourceIdentifier> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Data = [.. data];
    }

    // Not public, so that an empty list of ids in a call never binds to an empty document.
    internal RelationshipDocument() { }

    /// <summary>
    /// Gets or sets the identifiers, in the order of the response. Empty if the relationship is empty, and for a write whose response
    /// has no body, such as 204.
    /// </summary>
    public IReadOnlyList<ResourceIdentifier> Data
    {
        get => _linkage?.Identifiers ?? [];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _linkage = new Linkage([.. value], isList: true);
        }
    }

    /// <inheritdoc />
    public override IReadOnlyList<Resource> PrimaryData => [];

    /// <summary>Adds a member to the meta of a body, such as <c>send_customer_welcome_email</c>.</summary>
    /// <param name="name">The JSON name.</param>
    /// <param name="value">Its JSON value.</param>
    public void SetMeta(string name, JToken value) => (Meta ??= new Meta())[name] = value;

    /// <summary>Returns the class and the number of identifiers.</summary>
    /// <returns>For example <c>RelationshipDocument (2 identifiers)</c>.</returns>
    public override string ToString() => $"{nameof(RelationshipDocument)} ({Data.Count} identifiers)";

    internal override void ThrowIfNothingToSend()
    {
        if (_linkage is null)
        {
            throw new ArgumentException(
                "Data is not assigned. Assign the identifiers, or an empty list to remove all resources of the relationship.",
                "body"
            );
        }

        ResourceIdentifierValidator.ThrowIfIncomplete(Data, "body");
    }

    private protected override void ReadData(ref JsonApiReader reader) =>
        _linkage =
            Linkage.TryRead(ref reader, targetType: null)
            ?? throw reader.Failure($"Expected resource identifiers as data and found {reader.TokenName}");

    private protected override void WriteData(MemberWriter writer, JsonApiSerializationMode mode)
    {
        if (_linkage is not null)
        {
            writer.Json.WritePropertyName("data");
            _linkage.Write(writer.Json);
        }
    }
}
