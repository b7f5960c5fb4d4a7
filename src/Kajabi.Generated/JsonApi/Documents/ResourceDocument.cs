using System.Text.Json;
using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <summary>Base class of documents with a single resource as data.</summary>
/// <typeparam name="TResource">The class of the resource.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public abstract class ResourceDocument<TResource> : Document
    where TResource : Resource, new()
{
    private TResource? _data;

    private protected ResourceDocument() { }

    /// <summary>Gets or sets the resource. In a new document it is an empty resource.</summary>
    public TResource Data
    {
        get => LazyInitializer.EnsureInitialized(ref _data, static () => new TResource());
        set
        {
            _data = value ?? throw new ArgumentNullException(nameof(value));
            ResetIndex();
        }
    }

    /// <inheritdoc />
    public override IReadOnlyList<Resource> PrimaryData => [Data];

    private protected override Resource SingleResource => Data;

    internal override void ThrowIfNothingToSend()
    {
        Resource resource = Data;
        if (!resource.Attributes.HasMembersToSend && !resource.Relationships.HasAssigned)
        {
            IEnumerable<string> names = resource
                .Attributes.DeclaredMembers.Where(static member => !member.IsReadOnly)
                .Select(static member => member.PropertyName);
            throw new ArgumentException(
                "No member is assigned, so the request would change nothing. "
                    + $"Assign at least one property of {resource.Attributes.GetType().Name} ({string.Join(", ", names)}) "
                    + "or a relationship. A received value counts as assigned when it is set again.",
                "body"
            );
        }

        ResourceIdentifierValidator.ThrowIfIncomplete(
            resource
                .Relationships.Present.Where(static relationship => relationship.IsModified)
                .SelectMany(static relationship => relationship.Identifiers),
            "body"
        );
    }

    private protected override void ReadData(ref JsonApiReader reader)
    {
        if (reader.Token != JsonTokenType.StartObject)
        {
            throw reader.Failure($"Expected one {typeof(TResource).Name} as data and found {reader.TokenName}");
        }

        _data = reader.Document.ReadPrimary(ref reader, static () => new TResource());
    }

    private protected override void Complete(in JsonApiReader reader)
    {
        if (_data is null)
        {
            throw reader.Failure($"The document contains no data, expected one {typeof(TResource).Name}");
        }

        reader.Document.ResolveByType(_data);
    }

    private protected override void WriteData(MemberWriter writer, JsonApiSerializationMode mode)
    {
        writer.Json.WritePropertyName("data");
        Data.WriteTo(writer, mode);
    }
}
