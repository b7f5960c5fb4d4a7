using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>Serializes and deserializes an object with each serializer.</summary>
internal static class Serializers
{
    public static readonly string[] Names = ["System.Text.Json", "Newtonsoft.Json", "JToken"];

    public static TheoryData<string> All => [.. Names];

    public static object RoundTrip(string serializer, object value, Type type) =>
        serializer switch
        {
            "System.Text.Json" => System.Text.Json.JsonSerializer.Deserialize(
                System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, type),
                type
            )!,
            "Newtonsoft.Json" => JsonConvert.DeserializeObject(JsonConvert.SerializeObject(value), type)!,
            "JToken" => JToken.FromObject(value).ToObject(type)!,
            _ => throw new ArgumentOutOfRangeException(nameof(serializer)),
        };

    public static T RoundTrip<T>(string serializer, T value)
        where T : notnull => (T)RoundTrip(serializer, value, typeof(T));
}
