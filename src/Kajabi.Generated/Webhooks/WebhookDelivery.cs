using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>
/// The body of a webhook delivery: the event name and its resources, linked to each other.
/// </summary>
/// <remarks>Kajabi does not sign deliveries and can send duplicates. Nothing in a delivery proves its origin.</remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class WebhookDelivery : Document
{
    private List<Resource>? _received;

    /// <summary>Gets the id of the resource that triggered the event, which other events can have too; null if not sent.</summary>
    public string? Id =>
        AdditionalMembers.GetValueOrDefault("id") is JValue { Type: JTokenType.String or JTokenType.Integer } id
            ? id.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>Gets the name of the event, such as <c>tag_added</c>; null if not sent.</summary>
    public string? Event => AdditionalMembers.GetValueOrDefault("event") is JValue { Value: string name } ? name : null;

    /// <summary>Gets the resources of the event, in the order of the delivery; empty if there are none.</summary>
    public IReadOnlyList<Resource> Payload { get; private set; } = [];

    /// <inheritdoc />
    public override IReadOnlyList<Resource> PrimaryData => Payload;

    /// <summary>Returns the only resource of a class; null if there are none or several.</summary>
    internal TResource? Single<TResource>()
        where TResource : Resource => Payload.OfType<TResource>().ToList() is [var only] ? only : null;

    /// <summary>Returns the resource of a relationship or, if it has no linkage, the only resource of the class.</summary>
    internal TResource? Related<TResource>(Resource subject, string relationship)
        where TResource : Resource =>
        Linked(subject, relationship) is { } linked ? linked.Resources.OfType<TResource>().FirstOrDefault() : Single<TResource>();

    /// <summary>
    /// Returns the resources of the first relationship that has linkage or, if none has, all resources of the class.
    /// </summary>
    internal IReadOnlyList<TResource> AllRelated<TResource>(Resource subject, params ReadOnlySpan<string> relationships)
        where TResource : Resource
    {
        foreach (string relationship in relationships)
        {
            if (Linked(subject, relationship) is { } linked)
            {
                return [.. linked.Resources.OfType<TResource>()];
            }
        }

        return [.. Payload.OfType<TResource>()];
    }

    private protected override string DataMember => "payload";

    private protected override void ReadData(ref JsonApiReader reader)
    {
        if (reader.Token != JsonTokenType.StartArray)
        {
            StoreMember(DataMember, ref reader);
            return;
        }

        _received = [];
        Payload = reader.Document.ReadPrimaryList<Resource>(ref reader, null, _received);
    }

    private static Relationship? Linked(Resource subject, string relationship) =>
        subject.Relationships[relationship]
            is { State: RelationshipState.Empty or RelationshipState.IdentifiersOnly or RelationshipState.Loaded } linked
            ? linked
            : null;

    private protected override void WriteData(MemberWriter writer, JsonApiSerializationMode mode)
    {
        // A payload that is not a list is one of the additional members, which are written elsewhere.
        if (_received is not null)
        {
            writer.Json.WritePropertyName(DataMember);
            writer.Write(_received, mode);
        }
    }
}
