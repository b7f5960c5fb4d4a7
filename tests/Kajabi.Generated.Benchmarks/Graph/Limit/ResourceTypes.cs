using System.Text.Json;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <summary>The strings of the resource types, which all resources share.</summary>
internal static class ResourceTypes
{
    public static string Read(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> type = reader.ValueSpan;
        return type.Length switch
        {
            6 when type.SequenceEqual("offers"u8) => Offer.ResourceType,
            7 when type.SequenceEqual("lessons"u8) => Lesson.ResourceType,
            7 when type.SequenceEqual("modules"u8) => Module.ResourceType,
            7 when type.SequenceEqual("courses"u8) => Course.ResourceType,
            8 when type.SequenceEqual("contacts"u8) => Contact.ResourceType,
            9 when type.SequenceEqual("customers"u8) => Customer.ResourceType,
            12 when type.SequenceEqual("contact_tags"u8) => ContactTag.ResourceType,
            _ => throw new JsonException($"The type {reader.GetString()} is not supported."),
        };
    }
}
