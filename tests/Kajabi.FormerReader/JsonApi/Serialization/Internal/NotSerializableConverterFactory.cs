using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Makes System.Text.Json throw for a type that cannot be serialized without loss.</summary>
internal sealed class NotSerializableConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        throw NotSerializableConverter.NotSupported(typeToConvert);
}
