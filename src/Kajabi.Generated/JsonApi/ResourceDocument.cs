using Newtonsoft.Json;

namespace Kajabi;

/// <summary>A document whose data is one resource.</summary>
/// <typeparam name="TResource">The class of the resource.</typeparam>
public abstract class ResourceDocument<TResource> : Document
    where TResource : Resource, new()
{
    private TResource? _data;

    private protected ResourceDocument()
    {
    }

    /// <summary>The resource. In a document that you make to send it, it starts out empty.</summary>
    public TResource Data
    {
        get => LazyInitializer.EnsureInitialized(ref _data, static () => new TResource());
        set => _data = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <inheritdoc />
    public override IReadOnlyList<Resource> PrimaryResources => [Data];

    private protected override Resource SingleResource => Data;

    private protected override void ReadData(DocumentReader reader)
    {
        if (reader.Cursor.Token != JsonToken.StartObject)
        {
            throw reader.Cursor.Failure($"Expected one {typeof(TResource).Name} as data and found {reader.Cursor.Token}");
        }

        _data = reader.ReadPrimary(static () => new TResource());
    }

    private protected override void Complete(DocumentReader reader)
    {
        if (_data is null)
        {
            throw reader.Cursor.Failure($"The document holds no data where one {typeof(TResource).Name} was expected");
        }

        reader.ResolveByType(_data);
    }

    private protected override void WriteData(MemberWriter writer, JsonApiWriteMode mode)
    {
        writer.Json.WritePropertyName("data");
        Data.WriteTo(writer, mode);
    }
}
