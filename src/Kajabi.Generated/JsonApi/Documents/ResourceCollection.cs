using System.Text.Json;
using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <summary>A document whose primary data is a list of resources of one type: a page of a list.</summary>
/// <typeparam name="TResource">The class of the resources.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public abstract class ResourceCollection<TResource> : Document
    where TResource : Resource, new()
{
    private List<TResource>? _received;
    private IReadOnlyList<TResource> _data = [];

    private protected ResourceCollection() { }

    /// <summary>
    /// Gets or sets the resources of the page, in the order of the response; empty if there are none. Set it to create a page in a test.
    /// </summary>
    public IReadOnlyList<TResource> Data
    {
        get => _data;
        set
        {
            ThrowIfAnyNull(value);
            _received = [.. value];
            _data = [.. value];
            ResetIndex();
        }
    }

    /// <inheritdoc />
    public override IReadOnlyList<Resource> PrimaryData => Data;

    private protected override void ReadData(ref JsonApiReader reader)
    {
        if (reader.Token != JsonTokenType.StartArray)
        {
            throw reader.Failure($"Expected a list of {typeof(TResource).Name} as data and found {reader.TokenName}");
        }

        _received = [];
        _data = reader.Document.ReadPrimaryList(ref reader, static () => new TResource(), _received);
    }

    private protected override void Complete(in JsonApiReader reader)
    {
        // The OpenAPI document has examples of pages with links and meta but without data; a document without all three is no page.
        if (_received is null && Links is null && Meta is null)
        {
            throw reader.Failure($"The document contains no data, expected a list of {typeof(TResource).Name}");
        }
    }

    private protected override void WriteData(MemberWriter writer, JsonApiSerializationMode mode)
    {
        // A page that the application created without anything in it is an empty page.
        if (_received is not null || (Links is null && Meta is null))
        {
            writer.Json.WritePropertyName("data");
            writer.Write(_received ?? [], mode);
        }
    }
}
