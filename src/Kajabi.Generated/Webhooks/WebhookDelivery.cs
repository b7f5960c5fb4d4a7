using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>
/// What Kajabi posts to a webhook endpoint: the event and the resources that it is about, linked to each other.
/// </summary>
/// <remarks>Kajabi does not sign deliveries and repeats them; nothing in here proves where it came from.</remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class WebhookDelivery : Document
{
    private List<Resource>? _received;

    /// <summary>What Kajabi calls the id of the resource that triggered the event, so another event can carry it too; null when not sent.</summary>
    public string? Id =>
        AdditionalMembers.GetValueOrDefault("id") is JValue { Type: JTokenType.String or JTokenType.Integer } id
            ? id.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>The event, such as <c>tag_added</c>; null when not sent.</summary>
    public string? Event => AdditionalMembers.GetValueOrDefault("event") is JValue { Value: string name } ? name : null;

    /// <summary>The resources of the event, in the order of the delivery; empty when there are none.</summary>
    public IReadOnlyList<Resource> Payload { get; private set; } = [];

    /// <inheritdoc />
    public override IReadOnlyList<Resource> PrimaryData => Payload;

    /// <summary>The only resource of a class; null when there is none or a choice.</summary>
    internal TResource? Only<TResource>()
        where TResource : Resource => Payload.OfType<TResource>().ToList() is [var only] ? only : null;

    /// <summary>What a relationship leads to; where it has no linkage, the only resource of the class.</summary>
    internal TResource? One<TResource>(Resource subject, string relationship)
        where TResource : Resource =>
        Linked(subject, relationship) is { } linked ? linked.Resources.OfType<TResource>().FirstOrDefault() : Only<TResource>();

    /// <summary>What the first of the relationships that has linkage leads to; without any linkage, all resources of the class.</summary>
    internal IReadOnlyList<TResource> Many<TResource>(Resource subject, params ReadOnlySpan<string> relationships)
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

    private protected override void ReadData(DocumentReader reader)
    {
        if (reader.Cursor.Token != JsonToken.StartArray)
        {
            StoreMember(DataMember, reader);
            return;
        }

        _received = [];
        Payload = reader.ReadPrimaryList<Resource>(null, _received);
    }

    private static Relationship? Linked(Resource subject, string relationship) =>
        subject.Relationships[relationship]
            is { State: RelationshipState.Empty or RelationshipState.IdentifiersOnly or RelationshipState.Loaded } linked
            ? linked
            : null;

    private protected override void WriteData(MemberWriter writer, JsonApiSerializationMode mode)
    {
        // A payload that was no list stands among the additional members and is written from there.
        if (_received is not null)
        {
            writer.Json.WritePropertyName(DataMember);
            writer.Write(_received, mode);
        }
    }
}
