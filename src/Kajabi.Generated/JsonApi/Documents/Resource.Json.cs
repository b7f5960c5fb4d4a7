using System.Text;
using System.Text.Json;
using Newtonsoft.Json;

namespace Kajabi.JsonApi;

/// <content>Reading and writing of the members other than <c>type</c> and <c>id</c>.</content>
public abstract partial class Resource
{
    private bool _hasAttributes;
    private bool _hasRelationships;
    private AdditionalMemberSet? _additional;
    private RawJson? _otherId;

    /// <summary>Gets whether the document contains no relationships of this resource, so that included ones are resolved by type.</summary>
    internal bool HasNoReceivedRelationships => !RelationshipsCore.Present.Any(static relationship => relationship.IsReceived);

    /// <summary>Gets the resources that were nested in this one under <c>included</c>; null if there are none.</summary>
    internal IReadOnlyList<Resource>? NestedIncluded { get; private set; }

    /// <summary>The attributes while the resource is read, before another thread can use it.</summary>
    private protected abstract JsonApiObject AttributesToRead { get; }

    /// <summary>The relationships while the resource is read, before another thread can use it.</summary>
    private protected abstract RelationshipsObject RelationshipsToRead { get; }

    internal void ReadMember(int ordinal, string name, ref JsonApiReader reader)
    {
        reader.Drift?.ResourceType = Type;
        switch (ordinal, reader.Token)
        {
            case (ResourceMember.Id, JsonTokenType.String):
                _id = reader.GetText();
                break;
            case (ResourceMember.Id, JsonTokenType.Number) when reader.TokenName == "Integer":
                reader.ReportTypeMismatch(name);
                _otherId = reader.Load();
                _id = Encoding.UTF8.GetString(_otherId.Utf8);
                break;
            case (_, JsonTokenType.StartObject or JsonTokenType.StartArray) when ordinal > ResourceMember.Type:
                reader.Document.Path.Enter(name);
                bool isRead = TryReadContainer(ordinal, ref reader);
                reader.Document.Path.Leave();
                if (!isRead)
                {
                    goto default;
                }

                break;
            case (_, JsonTokenType.StartObject) when TryReadResolvedByType(name, ref reader):
                break;
            default:
                if (ordinal >= 0)
                {
                    reader.ReportTypeMismatch(name);
                }
                else
                {
                    reader.Report(ContractDriftKind.UnknownMember, name);
                }

                AdditionalMemberSet.Add(ref _additional, name, reader.Load());
                break;
        }
    }

    private bool TryReadContainer(int ordinal, ref JsonApiReader reader)
    {
        switch (ordinal, reader.Token)
        {
            case (ResourceMember.Attributes, JsonTokenType.StartObject):
                _hasAttributes = true;
                AttributesToRead.ReadFrom(ref reader);
                return true;
            case (ResourceMember.Relationships, JsonTokenType.StartObject):
                _hasRelationships = true;
                RelationshipsToRead.ReadFrom(ref reader);
                return true;
            case (ResourceMember.Links, JsonTokenType.StartObject):
                Links = JsonApiObject.Read<Links>(ref reader);
                return true;
            case (ResourceMember.Meta, JsonTokenType.StartObject):
                Meta = JsonApiObject.Read<Meta>(ref reader);
                return true;
            case (ResourceMember.Included, JsonTokenType.StartArray):
                // Courses contain their included resources inside data.
                NestedIncluded = reader.Document.ReadIncluded(ref reader);
                return true;
            default:
                return false;
        }
    }

    /// <param name="writer">The destination.</param>
    /// <param name="mode">Which members are written.</param>
    /// <param name="related">The related resources to nest under <c>included</c> if the resource is written outside a document.</param>
    internal void WriteTo(MemberWriter writer, JsonApiSerializationMode mode, IReadOnlyList<Resource>? related = null)
    {
        JsonOutput json = writer.Json;
        bool isFull = mode == JsonApiSerializationMode.Full;
        json.WriteStartObject();
        if (_id is not null && !IsRaw("id"))
        {
            json.WritePropertyName("id");
            if (_otherId is not null && Encoding.UTF8.GetString(_otherId.Utf8) == _id)
            {
                json.WriteRaw(_otherId);
            }
            else
            {
                json.WriteValue(_id);
            }
        }

        if (!IsRaw("type"))
        {
            json.WriteMember("type", Type);
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
        _additional?.WriteTo(writer.Json, IsReplaced);
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
