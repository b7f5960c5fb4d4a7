using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <content>Reading and writing of the members other than <c>type</c> and <c>id</c>.</content>
public abstract partial class Resource
{
    private bool _hasAttributes;
    private bool _hasRelationships;
    private Dictionary<string, JToken>? _additional;
    private JToken? _otherId;

    /// <summary>Gets whether the document contains no relationships of this resource, so that included ones are resolved by type.</summary>
    internal bool HasNoReceivedRelationships => !RelationshipsCore.Present.Any(static relationship => relationship.IsReceived);

    /// <summary>Gets the resources that were nested in this one under <c>included</c>; null if there are none.</summary>
    internal IReadOnlyList<Resource>? NestedIncluded { get; private set; }

    internal void ReadMember(string name, DocumentReader reader)
    {
        JsonTokenReader cursor = reader.Cursor;
        cursor.Drift?.ResourceType = Type;
        switch (name, cursor.Token)
        {
            case ("id", JsonToken.String):
                _id = (string)cursor.Value!;
                break;
            case ("id", JsonToken.Integer):
                cursor.Drift?.AddTypeMismatch(cursor);
                _otherId = cursor.Load();
                _id = _otherId.ToString();
                break;
            case ("attributes", JsonToken.StartObject):
                _hasAttributes = true;
                AttributesCore.ReadFrom(reader.Members);
                break;
            case ("relationships", JsonToken.StartObject):
                _hasRelationships = true;
                RelationshipsCore.ReadFrom(reader.Members);
                break;
            case ("links", JsonToken.StartObject):
                Links = JsonApiObject.Read<Links>(reader.Members);
                break;
            case ("meta", JsonToken.StartObject):
                Meta = JsonApiObject.Read<Meta>(reader.Members);
                break;
            case ("included", JsonToken.StartArray):
                // Courses contain their included resources inside data.
                NestedIncluded = reader.ReadIncluded();
                break;
            case (['@', ..], JsonToken.StartObject) when TryReadResolvedByType(name, reader.Members):
                break;
            default:
                if (name is "type" or "id" or "attributes" or "relationships" or "links" or "meta" or "included")
                {
                    cursor.Drift?.AddTypeMismatch(cursor);
                }
                else
                {
                    cursor.Drift?.Add(ContractDriftKind.UnknownMember, cursor);
                }

                AdditionalMemberSet.Add(ref _additional, name, cursor.Load());
                break;
        }
    }

    /// <param name="writer">The destination.</param>
    /// <param name="mode">Which members are written.</param>
    /// <param name="related">The related resources to nest under <c>included</c> if the resource is written outside a document.</param>
    internal void WriteTo(MemberWriter writer, JsonApiSerializationMode mode, IReadOnlyList<Resource>? related = null)
    {
        JsonWriter json = writer.Json;
        bool isFull = mode == JsonApiSerializationMode.Full;
        json.WriteStartObject();
        if (_id is not null && !IsRaw("id"))
        {
            json.WritePropertyName("id");
            json.WriteValue(_otherId is JValue other && other.ToString() == _id ? other.Value : _id);
        }

        if (!IsRaw("type"))
        {
            json.WritePropertyName("type");
            json.WriteValue(Type);
        }

        if ((!isFull || _hasAttributes || AttributesCore.HasAssigned) && (!IsRaw("attributes") || AttributesCore.HasAssigned))
        {
            json.WritePropertyName("attributes");
            AttributesCore.WriteTo(writer, mode);
        }

        if (((isFull && _hasRelationships) || RelationshipsCore.HasAssigned) && (!IsRaw("relationships") || RelationshipsCore.HasAssigned))
        {
            json.WritePropertyName("relationships");
            RelationshipsCore.WriteTo(writer, mode);
        }

        if (isFull)
        {
            WriteReceived(writer, related ?? []);
        }

        json.WriteEndObject();

        // A member of an unexpected JSON type is written as raw JSON, and not a second time.
        bool IsRaw(string name) => isFull && _additional?.ContainsKey(name) == true;
    }

    private void WriteReceived(MemberWriter writer, IReadOnlyList<Resource> related)
    {
        writer.WriteIfAny("links", Links);
        writer.WriteIfAny("meta", Meta);
        AdditionalMemberSet.Write(_additional?.Where(member => !IsReplaced(member.Key)), writer.Json);
        if (NestedIncluded is not null || related.Count > 0)
        {
            writer.Json.WritePropertyName("included");
            writer.Write([.. NestedIncluded ?? [], .. related]);
        }

        WriteResolvedByType(writer);

        // Members that the application assigned replace received members of an unexpected JSON type.
        bool IsReplaced(string name) =>
            name switch
            {
                "attributes" => AttributesCore.HasAssigned,
                "relationships" => RelationshipsCore.HasAssigned,
                "included" => related.Count > 0,
                _ => false,
            };
    }
}
