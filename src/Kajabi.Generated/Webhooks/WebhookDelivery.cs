using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>
/// What Kajabi posts to a webhook endpoint: the event and the resources that it is about, linked to each other.
/// </summary>
/// <remarks>Kajabi does not sign deliveries and repeats them; nothing in here proves where it came from.</remarks>
public sealed class WebhookDelivery : Document
{
    private List<Resource>? _received;

    /// <summary>The id of the delivery, which repeats with it; null when not sent.</summary>
    public string? Id => AdditionalMembers.GetValueOrDefault("id") is JValue { Value: string id } ? id : null;

    /// <summary>The event, such as <c>tag_added</c>; null when not sent.</summary>
    public string? Event => AdditionalMembers.GetValueOrDefault("event") is JValue { Value: string name } ? name : null;

    /// <summary>The resources of the event, in the order of the delivery; empty when there are none.</summary>
    public IReadOnlyList<Resource> Payload { get; private set; } = [];

    /// <inheritdoc />
    public override IReadOnlyList<Resource> PrimaryResources => Payload;

    private protected override string DataMember => "payload";

    private protected override void ReadData(DocumentReader reader)
    {
        if (reader.Cursor.Token != JsonToken.StartArray)
        {
            KeepMember(DataMember, reader);
            return;
        }

        _received = [];
        Payload = reader.ReadPrimaryList<Resource>(null, _received);
    }

    private protected override void WriteData(MemberWriter writer, JsonApiWriteMode mode)
    {
        // A payload that was no list stands among the additional members and is written from there.
        if (_received is not null)
        {
            writer.Json.WritePropertyName(DataMember);
            writer.Write(_received, mode);
        }
    }
}
