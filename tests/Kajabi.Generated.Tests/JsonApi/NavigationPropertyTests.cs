using System.Reflection;

namespace Kajabi.Tests.JsonApi;

/// <summary>Compares the handwritten navigation properties with the generated relationships.</summary>
public sealed class NavigationPropertyTests
{
    public static TheoryData<string> ResourceTypeNames => [.. GeneratedResources.Names];

    [Theory]
    [MemberData(nameof(ResourceTypeNames))]
    public void Every_relationship_has_a_navigation_property_and_a_registered_target_type(string type)
    {
        Resource resource = GeneratedResources.Create(type)!;
        foreach (RelationshipDescriptor relationship in resource.Relationships.DeclaredRelationships)
        {
            Resource? target = GeneratedResources.Create(relationship.TargetType ?? string.Empty);
            Assert.True(
                target is not null,
                $"{type}.{relationship.Name} targets '{relationship.TargetType}', which no class is registered for."
            );

            PropertyInfo? navigation = resource
                .GetType()
                .GetProperty(relationship.PropertyName, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            Type expected = relationship.IsToMany ? typeof(IReadOnlyList<>).MakeGenericType(target!.GetType()) : target!.GetType();
            Assert.True(
                navigation is not null,
                $"Add {relationship.PropertyName} to src/Kajabi.Generated/Resources/{resource.GetType().Name}.cs."
            );
            Assert.Equal(expected, navigation!.PropertyType);
        }
    }

    [Theory]
    [MemberData(nameof(ResourceTypeNames))]
    public void A_navigation_property_is_obsolete_if_its_relationship_is_for_the_same_reason(string type)
    {
        Resource resource = GeneratedResources.Create(type)!;
        foreach (RelationshipDescriptor relationship in resource.Relationships.DeclaredRelationships)
        {
            Assert.Equal(
                GetObsoleteMessage(resource.Relationships.GetType(), relationship.PropertyName),
                GetObsoleteMessage(resource.GetType(), relationship.PropertyName)
            );
        }
    }

    [Fact]
    public void The_offer_of_a_payment_is_obsolete() =>
        Assert.Contains("Purchases", GetObsoleteMessage(typeof(Transaction), "Offer"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(ResourceTypeNames))]
    public void Every_navigation_property_returns_the_resources_of_its_relationship(string type)
    {
        Resource sample = GeneratedResources.Create(type)!;
        foreach (RelationshipDescriptor relationship in sample.Relationships.DeclaredRelationships)
        {
            string linkage = $$"""{ "type": "{{relationship.TargetType}}", "id": "r" }""";
            string json = $$"""
                [
                  { "type": "{{type}}", "id": "o", "relationships": { "{{relationship.Name}}": { "data": {{(
                    relationship.IsToMany ? $"[{linkage}]" : linkage
                )}} } } },
                  { "type": "{{relationship.TargetType}}", "id": "r" }
                ]
                """;

            MixedResourceCollection document = JsonApiSerializer.Deserialize<MixedResourceCollection>(json);
            object? value = document
                .Data[0]
                .GetType()
                .GetProperty(relationship.PropertyName, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)!
                .GetValue(document.Data[0]);

            Assert.Same(document.Data[1], relationship.IsToMany ? Assert.Single((System.Collections.IEnumerable)value!) : value);
        }
    }

    private static string? GetObsoleteMessage(Type type, string property) =>
        type.GetProperty(property, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)!
            .GetCustomAttribute<ObsoleteAttribute>()
            ?.Message;
}
