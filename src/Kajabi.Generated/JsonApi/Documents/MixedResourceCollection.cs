using System.Text.Json;
using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <summary>
/// A list of resources of different types that are linked to each other, such as a webhook sample: a bare JSON array, or a
/// document whose data is such a list.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class MixedResourceCollection : Document
{
    private List<Resource> _received = [];
    private IReadOnlyList<Resource> _data = [];

    /// <summary>Gets or sets the resources, in the order of the response, linked to each other.</summary>
    public IReadOnlyList<Resource> Data
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

    private protected override bool CanBeBareArray => true;

    private protected override void ReadData(ref JsonApiReader reader)
    {
        if (reader.Token != JsonTokenType.StartArray)
        {
            throw reader.Failure($"Expected a list of resources and found {reader.TokenName}");
        }

        _data = reader.Document.ReadPrimaryList<Resource>(ref reader, null, _received);
    }

    internal override void WriteTo(MemberWriter writer, JsonApiSerializationMode mode)
    {
        if (IsBareArray)
        {
            writer.Write(_received, mode);
        }
        else
        {
            base.WriteTo(writer, mode);
        }
    }

    private protected override void WriteData(MemberWriter writer, JsonApiSerializationMode mode)
    {
        writer.Json.WritePropertyName("data");
        writer.Write(_received, mode);
    }
}
