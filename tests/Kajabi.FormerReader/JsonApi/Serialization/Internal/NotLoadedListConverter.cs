using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Writes a <see cref="NotLoadedList{TResource}"/> with Newtonsoft.Json, which would enumerate it without its type: the resources that
/// were assigned since, or the exception that names the relationship.
/// </summary>
internal sealed class NotLoadedListConverter : JsonConverter
{
    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => true;

    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        throw new NotSupportedException($"{objectType} is only written.");

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        serializer.Serialize(writer, ((IReadOnlyList<Resource>)value!).ToArray());
}
