using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>JSON:API resource linkage: the identifiers of a <c>data</c> member, and their form in the JSON.</summary>
internal sealed class Linkage
{
    private readonly bool _isList;

    // The members of an identifier other than two strings, by position: an id that is a number, a meta.
    private Dictionary<int, JObject>? _extras;

    // The members that are missing in an identifier, by position, so that they are not written.
    private HashSet<(int Position, string Name)>? _missing;

    public Linkage(IReadOnlyList<ResourceIdentifier> identifiers, bool isList)
    {
        Identifiers = identifiers;
        _isList = isList;
    }

    public IReadOnlyList<ResourceIdentifier> Identifiers { get; private set; }

    /// <summary>Reads the linkage at the cursor; returns null without moving the cursor if there is none.</summary>
    public static Linkage? TryRead(JsonTokenReader cursor, string? targetType)
    {
        switch (cursor.Token)
        {
            case JsonToken.Null:
                return new Linkage([], isList: false);
            case JsonToken.StartObject:
                Linkage one = new([], isList: false);
                one.Identifiers = [one.ReadIdentifier(cursor, targetType, 0)];
                return one;
            case JsonToken.StartArray:
                return ReadList(cursor, targetType);
            default:
                return null;
        }
    }

    public void Write(JsonWriter json)
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

    private static void Report(DriftCollector drift, JsonTokenReader cursor, string name, string? targetType)
    {
        switch (name, cursor.Value)
        {
            case ("type", string type):
                if (type != targetType && !GeneratedResources.Names.Contains(type))
                {
                    drift.Add(ContractDriftKind.UnknownResourceType, cursor, type);
                }

                break;
            case ("id", string):
            case ("meta", _):
                break;
            case ("type" or "id", _):
                drift.AddTypeMismatch(cursor);
                break;
            default:
                drift.Add(ContractDriftKind.UnknownMember, cursor);
                break;
        }
    }

    private static Linkage ReadList(JsonTokenReader cursor, string? targetType)
    {
        Linkage list = new([], isList: true);
        List<ResourceIdentifier>? identifiers = null;
        while (cursor.NextItem())
        {
            if (cursor.Token != JsonToken.StartObject)
            {
                throw cursor.Failure($"Expected a resource identifier, an object with 'type' and 'id', and found {cursor.Token}");
            }

            identifiers ??= [];
            identifiers.Add(list.ReadIdentifier(cursor, targetType, identifiers.Count));
        }

        list.Identifiers = identifiers is null ? [] : identifiers;
        return list;
    }

    private void WriteIdentifier(JsonWriter json, int position)
    {
        JObject? extra = _extras?.GetValueOrDefault(position);
        json.WriteStartObject();
        WriteIfString("type", Identifiers[position].Type);
        WriteIfString("id", Identifiers[position].Id);
        foreach (JProperty member in extra?.Properties() ?? [])
        {
            member.WriteTo(json);
        }

        json.WriteEndObject();

        void WriteIfString(string name, string value)
        {
            if (extra?[name] is null && _missing?.Contains((position, name)) != true)
            {
                json.WritePropertyName(name);
                json.WriteValue(value);
            }
        }
    }

    private ResourceIdentifier ReadIdentifier(JsonTokenReader cursor, string? targetType, int position)
    {
        (string? type, string? id) = (null, null);
        while (cursor.NextMember(out string? name))
        {
            string? text = cursor.Token == JsonToken.String ? (string)cursor.Value! : null;
            if (cursor.Drift is { } drift)
            {
                Report(drift, cursor, name, targetType);
            }

            if (text is null || name is not ("type" or "id"))
            {
                JToken extra = cursor.Load();
                text = (extra as JValue)?.Value is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
                _extras ??= [];
                _extras.TryAdd(position, []);
                _extras[position][name] = extra;
            }

            (type, id) = name switch
            {
                "type" => (text, id),
                "id" => (type, text),
                _ => (type, id),
            };
        }

        if (type is null)
        {
            (_missing ??= []).Add((position, "type"));
        }

        if (id is null)
        {
            (_missing ??= []).Add((position, "id"));
        }

        return new ResourceIdentifier(type ?? targetType ?? string.Empty, id ?? string.Empty);
    }
}
