using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Makes Newtonsoft.Json throw for a type that cannot be serialized without loss.</summary>
internal sealed class NotSerializableConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => true;

    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        throw NotSupported(objectType);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw NotSupported(value?.GetType());

    public static NotSupportedException NotSupported(Type? type) =>
        new($"{type} cannot be serialized. Serialize the values that it was created from.");
}
