using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Reads and writes one JSON:API value, for all serializers.</summary>
internal static class JsonApiValue
{
    private static readonly Type[] s_types =
    [
        typeof(Document),
        typeof(Resource),
        typeof(JsonApiObject),
        typeof(RelationshipsObject),
        typeof(Relationship),
        typeof(WebhookEvent),
    ];

    public static bool IsSupported(Type type) => s_types.Any(supported => supported.IsAssignableFrom(type));

    /// <summary>
    /// Returns whether JSON can be read as the type: abstract types cannot, unless the JSON determines the class, and derived classes of
    /// the application cannot.
    /// </summary>
    public static bool CanRead(Type type) =>
        IsSupported(type)
        && type.Assembly == typeof(JsonApiValue).Assembly
        && (
            !type.IsAbstract
            || typeof(Resource).IsAssignableFrom(type)
            || typeof(WebhookEvent).IsAssignableFrom(type)
            || type == typeof(Relationship)
        );

    /// <summary>Returns the default of the presence marks for System.Text.Json and Newtonsoft.Json.</summary>
    public static PresenceMarks GetDefaultMarks(Type type) =>
        typeof(JsonApiObject).IsAssignableFrom(type) && type != typeof(Links) && type != typeof(Meta)
            ? PresenceMarks.Assigned
            : PresenceMarks.Received;

    /// <summary>Writes all members and the presence marks, for System.Text.Json and Newtonsoft.Json.</summary>
    public static void Write(JsonOutput json, object? value) =>
        Write(json, value, JsonApiSerializationMode.Full, value is null ? PresenceMarks.None : GetDefaultMarks(value.GetType()));

    public static void Write(JsonOutput json, object? value, JsonApiSerializationMode mode, PresenceMarks marks)
    {
        MemberWriter writer = new(json, marks);
        bool isFull = mode == JsonApiSerializationMode.Full;
        switch (value)
        {
            case null:
                json.WriteNull();
                break;
            case Document document:
                document.WriteTo(writer, mode);
                break;
            case Resource resource:
                IReadOnlyList<Resource>? related = isFull ? RelatedResources.Find([resource]) : null;
                writer.HasAssignedRelationships = isFull && RelatedResources.HaveAssignedRelationships([resource, .. related!]);
                resource.WriteTo(writer, mode, related);
                break;
            case JsonApiObject { IsChange: true, HasAssigned: false } jsonObject:
                // Only received values: the JSON is the object as the API sent it.
                jsonObject.WriteTo(new MemberWriter(json), mode);
                break;
            case JsonApiObject jsonObject:
                jsonObject.WriteTo(writer, mode);
                break;
            case RelationshipsObject relationships:
                relationships.WriteTo(writer, mode, isFull ? RelatedResources.Find(relationships.Present) : null);
                break;
            case Relationship relationship:
                relationship.WriteTo(writer, mode, isFull ? RelatedResources.Find([relationship]) : null);
                break;
            case WebhookEvent webhookEvent:
                EventJson.Write(json, webhookEvent);
                break;
            default:
                throw NotSupported(value.GetType());
        }
    }

    /// <summary>Reads the value at the current token.</summary>
    /// <exception cref="KajabiSerializationException">The JSON does not match the type.</exception>
    /// <exception cref="NotSupportedException">The type is abstract or not a JSON:API type.</exception>
    public static object Read(Type type, ref JsonApiReader reader)
    {
        object? value = type switch
        {
            _ when typeof(Resource).IsAssignableFrom(type) => reader.Document.ReadStandalone(ref reader, type),
            _ when typeof(WebhookEvent).IsAssignableFrom(type) => EventJson.Parse(ref reader),
            _ when type == typeof(Relationship) => RelationshipJson.ReadUntyped(ref reader),
            _ => JsonApiClass.Create(type),
        };
        switch (value)
        {
            case null:
                value = ReadToken(type, ref reader);
                break;
            case Document document:
                document.ReadFrom(ref reader);
                break;
            case JsonApiObject jsonObject when reader.Token == System.Text.Json.JsonTokenType.StartObject:
                jsonObject.ReadFrom(ref reader);
                break;
            case RelationshipsObject relationships when reader.Token == System.Text.Json.JsonTokenType.StartObject:
                RelationshipJson.Read(relationships, ref reader);
                break;
            case Relationship relationship when type != typeof(Relationship):
                RelationshipJson.Read(relationship, ref reader);
                break;
            case JsonApiObject or RelationshipsObject:
                throw reader.Failure($"Expected a JSON object and found {reader.TokenName}");
            case Resource or Relationship or WebhookEvent:
                break;
            default:
                throw NotSupported(type);
        }

        return type.IsInstanceOfType(value) ? value : throw reader.Failure($"Expected {type.Name} and found {value.GetType().Name}");
    }

    // A method of its own: compiling a method that refers to JToken loads System.Linq.Expressions, which is seldom needed.
    private static JToken ReadToken(Type type, ref JsonApiReader reader) =>
        typeof(JToken).IsAssignableFrom(type) ? reader.Load().ToToken() : throw NotSupported(type);

    public static NotSupportedException NotSupported(Type type) =>
        new(
            $"{type} cannot be serialized as JSON:API. "
                + "Use the class of a document, resource, attributes object, relationship or webhook event."
        );
}
