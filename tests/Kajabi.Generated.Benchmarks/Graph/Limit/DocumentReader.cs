using System.Text.Json;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <summary>
/// Reads the parts that all documents have. It is the limit that a general reader can approach: only the members of the measured
/// documents are supported, and a resource must start with its id and type.
/// </summary>
internal ref struct DocumentReader
{
    private readonly List<LinkedIdentifier> _linkage = [];
    private IdentifierTable _identifiers;

    // The readers of attributes get it by reference.
    public Utf8JsonReader Json;

    public DocumentReader(ReadOnlySpan<byte> utf8)
    {
        Json = new Utf8JsonReader(utf8);
        _identifiers = new IdentifierTable(utf8);
        Json.Read();
    }

    public void Dispose() => _identifiers.Dispose();

    /// <summary>Moves to the value of the next member and returns its name. False: the object has ended.</summary>
    public bool ReadMember(out ReadOnlySpan<byte> name)
    {
        Json.Read();
        if (Json.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        name = Json.ValueSpan;
        Json.Read();
        return true;
    }

    /// <summary>Moves to the next element. False: the array has ended.</summary>
    public bool ReadElement()
    {
        Json.Read();
        return Json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Reads the id and type at the start of a resource.</summary>
    public LinkedIdentifier ReadIdentity()
    {
        ReadMember(out _);
        (int start, int length) = ((int)Json.TokenStartIndex + 1, Json.ValueSpan.Length);
        ReadMember(out ReadOnlySpan<byte> name);
        return name.SequenceEqual("type"u8)
            ? _identifiers.Get(ResourceTypes.Read(ref Json), start, length)
            : throw new JsonException("A resource must start with its id and type.");
    }

    public Meta ReadMeta()
    {
        Meta meta = new();
        while (ReadMember(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 12 when name.SequenceEqual("current_page"u8):
                    meta.CurrentPage = Json.GetInt32();
                    break;
                case 11 when name.SequenceEqual("total_pages"u8):
                    meta.TotalPages = Json.GetInt32();
                    break;
                case 11 when name.SequenceEqual("total_count"u8):
                    meta.TotalCount = Json.GetInt32();
                    break;
                default:
                    Json.Skip();
                    break;
            }
        }

        return meta;
    }

    public ToOneRelationship ReadToOne()
    {
        ToOneRelationship relationship = new();
        while (ReadMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("data"u8) && Json.TokenType == JsonTokenType.StartObject)
            {
                relationship.Data = ReadIdentifier();
            }
            else
            {
                Json.Skip();
            }
        }

        return relationship;
    }

    public ToManyRelationship ReadToMany()
    {
        ToManyRelationship relationship = new();
        while (ReadMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("data"u8))
            {
                _linkage.Clear();
                while (ReadElement())
                {
                    _linkage.Add(ReadIdentifier());
                }

                ResourceIdentifier[] identifiers = new ResourceIdentifier[_linkage.Count];
                for (int index = 0; index < identifiers.Length; index++)
                {
                    identifiers[index] = _linkage[index];
                }

                relationship.Data = identifiers;
            }
            else
            {
                Json.Skip();
            }
        }

        return relationship;
    }

    public void ReadIncluded(List<Resource> included)
    {
        while (ReadElement())
        {
            LinkedIdentifier identifier = ReadIdentity();
            Resource? resource = identifier.Resource;
            while (ReadMember(out ReadOnlySpan<byte> name))
            {
                if (resource is null && name.SequenceEqual("attributes"u8))
                {
                    resource = AttributesReader.ReadResource(identifier.Type!, ref this);
                }
                else
                {
                    Json.Skip();
                }
            }

            resource!.Id = identifier.Id;
            identifier.Resource = resource;
            included.Add(resource);
        }
    }

    private LinkedIdentifier ReadIdentifier()
    {
        LinkedIdentifier identifier = ReadIdentity();
        while (ReadMember(out _))
        {
            Json.Skip();
        }

        return identifier;
    }
}
