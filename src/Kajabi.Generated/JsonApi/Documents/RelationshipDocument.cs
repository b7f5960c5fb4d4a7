using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>
/// A document whose data is resource linkage: which resources a relationship holds, without the resources
/// themselves. The relationship endpoints answer with it and take it as their body.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class RelationshipDocument : Document
{
    private Linkage? _linkage;

    /// <summary>
    /// The identifiers, in the order of the answer; empty when the relationship holds none, and for a write that the API
    /// answered without a body, such as with 204.
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
    /// <param name="name">The wire name.</param>
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
                "No resource is named. Assign Data, to an empty list if the relationship is to be emptied.",
                "body"
            );
        }

        ResourceIdentifierRules.ThrowIfIncomplete(Data, "body");
    }

    private protected override void ReadData(DocumentReader reader) =>
        _linkage =
            Linkage.TryRead(reader.Cursor, targetType: null)
            ?? throw reader.Cursor.Failure($"Expected resource identifiers as data and found {reader.Cursor.Token}");

    private protected override void WriteData(MemberWriter writer, JsonApiSerializationMode mode)
    {
        if (_linkage is not null)
        {
            writer.Json.WritePropertyName("data");
            _linkage.Write(writer.Json);
        }
    }
}
