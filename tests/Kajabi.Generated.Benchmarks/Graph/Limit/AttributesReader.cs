using System.Text.Json;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <summary>Reads attributes. Names are compared as bytes, after their length.</summary>
internal static partial class AttributesReader
{
    public static Resource ReadResource(string type, ref DocumentReader document) =>
        type switch
        {
            Customer.ResourceType => new Customer { Attributes = ReadCustomer(ref document) },
            Offer.ResourceType => new Offer { Attributes = ReadOffer(ref document) },
            ContactTag.ResourceType => new ContactTag { Attributes = ReadContactTag(ref document) },
            Module.ResourceType => new Module { Attributes = ReadModule(ref document) },
            Lesson.ResourceType => new Lesson { Attributes = ReadLesson(ref document) },
            _ => throw new JsonException($"The type {type} is not supported in included."),
        };
}
