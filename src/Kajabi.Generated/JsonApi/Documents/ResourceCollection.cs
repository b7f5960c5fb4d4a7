using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <summary>A document whose data is a list of resources of one type: one page of a list.</summary>
/// <typeparam name="TResource">The class of the resources.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public abstract class ResourceCollection<TResource> : Document
    where TResource : Resource, new()
{
    private List<TResource>? _received;

    private protected ResourceCollection() { }

    /// <summary>The resources of this page, in the order of the answer; empty when the page holds none.</summary>
    public IReadOnlyList<TResource> Data { get; private set; } = [];

    /// <inheritdoc />
    public override IReadOnlyList<Resource> PrimaryData => Data;

    private protected override void ReadData(DocumentReader reader)
    {
        if (reader.Cursor.Token != JsonToken.StartArray)
        {
            throw reader.Cursor.Failure($"Expected a list of {typeof(TResource).Name} as data and found {reader.Cursor.Token}");
        }

        _received = [];
        Data = reader.ReadPrimaryList(static () => new TResource(), _received);
    }

    private protected override void Complete(DocumentReader reader)
    {
        // The vendor shows pages without data beside links and meta; an answer with none of them is no page.
        if (_received is null && Links is null && Meta is null)
        {
            throw reader.Cursor.Failure($"The document holds no data where a list of {typeof(TResource).Name} was expected");
        }
    }

    private protected override void WriteData(MemberWriter writer, JsonApiSerializationMode mode)
    {
        // A page that your code made without anything in it is an empty page.
        if (_received is not null || (Links is null && Meta is null))
        {
            writer.Json.WritePropertyName("data");
            writer.Write(_received ?? [], mode);
        }
    }
}
