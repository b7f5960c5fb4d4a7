using System.Text.Json;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>JSON:API resource linkage: the identifiers of a <c>data</c> member, and their form in the JSON.</summary>
internal sealed class Linkage
{
    private const int IdOrdinal = 0;
    private const int TypeOrdinal = 1;

    // In the order of the API.
    private static readonly Utf8NameTable s_names = new(["id", "type", "meta"]);

    private readonly bool _isList;
    private LinkageDeviations? _deviations;

    public Linkage(IReadOnlyList<ResourceIdentifier> identifiers, bool isList)
    {
        Identifiers = identifiers;
        _isList = isList;
    }

    public IReadOnlyList<ResourceIdentifier> Identifiers { get; private set; }

    /// <summary>Reads the linkage at the current token; returns null without moving if there is none.</summary>
    public static Linkage? TryRead(ref JsonApiReader reader, string? targetType)
    {
        switch (reader.Token)
        {
            case JsonTokenType.Null:
                return new Linkage([], isList: false);
            case JsonTokenType.StartObject:
                Linkage one = new([], isList: false);
                one.Identifiers = [one.ReadIdentifier(ref reader, targetType, 0)];
                return one;
            case JsonTokenType.StartArray:
                return ReadList(ref reader, targetType);
            default:
                return null;
        }
    }

    public void Write(JsonOutput json)
    {
        if (_isList)
        {
            json.WriteStartArray();
        }
        else if (Identifiers.Count == 0)
        {
            json.WriteNull();
        }

        for (int position = 0; position < Identifiers.Count; position++)
        {
            WriteIdentifier(json, position);
        }

        if (_isList)
        {
            json.WriteEndArray();
        }
    }

    private static Linkage ReadList(ref JsonApiReader reader, string? targetType)
    {
        Linkage list = new([], isList: true);
        List<ResourceIdentifier> identifiers = reader.Document.Identifiers;
        identifiers.Clear();
        reader.ReadPlainIdentifiers(ResourceTypes.Names, identifiers);
        while (reader.NextItem())
        {
            reader.Document.Path.Enter(identifiers.Count);
            if (reader.Token != JsonTokenType.StartObject)
            {
                throw reader.Failure($"Expected a resource identifier, an object with 'type' and 'id', and found {reader.TokenName}");
            }

            identifiers.Add(list.ReadIdentifier(ref reader, targetType, identifiers.Count));
            reader.Document.Path.Leave();
        }

        list.Identifiers = identifiers.ToArray();
        return list;
    }

    private void WriteIdentifier(JsonOutput json, int position)
    {
        json.WriteStartObject();
        WriteMember("type", Identifiers[position].Type);
        WriteMember("id", Identifiers[position].Id);
        _deviations?.Write(json, position);
        json.WriteEndObject();

        void WriteMember(string name, string value)
        {
            if (_deviations?.Contains(position, name) != true)
            {
                json.WriteMember(name, value);
            }
        }
    }

    private ResourceIdentifier ReadIdentifier(ref JsonApiReader reader, string? targetType, int position)
    {
        (string? type, string? id) = (null, null);
        int ordinal = -1;
        while (reader.NextMember(s_names, ref ordinal, out string? name))
        {
            switch (ordinal, reader.Token)
            {
                case (TypeOrdinal, JsonTokenType.String):
                    int known = reader.IndexOfText(ResourceTypes.Names);
                    type = known >= 0 ? ResourceTypes.Names[known] : reader.GetText();
                    if (known < 0 && type != targetType)
                    {
                        reader.Report(ContractDriftKind.UnknownResourceType, name, type);
                    }

                    break;
                case (IdOrdinal, JsonTokenType.String):
                    id = reader.GetText();
                    break;
                case (TypeOrdinal, _):
                    reader.ReportTypeMismatch(name);
                    type = (_deviations ??= new()).Read(position, name, ref reader);
                    break;
                case (IdOrdinal, _):
                    reader.ReportTypeMismatch(name);
                    id = (_deviations ??= new()).Read(position, name, ref reader);
                    break;
                default:
                    if (ordinal < 0)
                    {
                        reader.Report(ContractDriftKind.UnknownMember, name);
                    }

                    (_deviations ??= new()).Read(position, name, ref reader);
                    break;
            }
        }

        if (type is null)
        {
            (_deviations ??= new()).AddMissing(position, "type");
        }

        if (id is null)
        {
            (_deviations ??= new()).AddMissing(position, "id");
        }

        return new ResourceIdentifier(type ?? targetType ?? string.Empty, id ?? string.Empty);
    }
}
