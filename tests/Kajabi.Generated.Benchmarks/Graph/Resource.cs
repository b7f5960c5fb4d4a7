using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A resource in <c>included</c>. Its class follows from its type.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Customer), Customer.ResourceType)]
[JsonDerivedType(typeof(Offer), Offer.ResourceType)]
[JsonDerivedType(typeof(ContactTag), ContactTag.ResourceType)]
[JsonDerivedType(typeof(Module), Module.ResourceType)]
[JsonDerivedType(typeof(Lesson), Lesson.ResourceType)]
internal abstract class Resource
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }
}
