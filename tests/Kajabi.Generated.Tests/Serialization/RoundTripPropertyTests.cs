using CsCheck;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>Random documents survive a round trip through every serializer.</summary>
public sealed class RoundTripPropertyTests
{
    private const int Iterations = 400;

    public static TheoryData<string> All => Serializers.All;

    [Fact]
    public void Documents_of_every_resource_type_are_generated() =>
        Assert.Equal(
            GeneratedResources.Names.Count,
            RandomDocument
                .DocumentTypes.Select(type => type.BaseType!.GenericTypeArguments[0])
                .Distinct()
                .Count(type => GeneratedResources.Names.Contains(((Resource)Activator.CreateInstance(type)!).Type)) + NamesWithoutDocument()
        );

    [Theory]
    [MemberData(nameof(All))]
    public void A_document_preserves_its_JSON_and_change_tracking(string serializer) =>
        RandomDocument.Any.Sample(
            sample =>
            {
                Document document = Read(sample.Type, sample.Json);
                Assert.Equal(sample.Json, Reordered(sample.Json, JsonApiSerializer.Serialize(document)));
                RandomDocument.Change(document, sample.Seed);

                Document back = (Document)Serializers.RoundTrip(serializer, document, sample.Type);

                Assert.Equal(JsonApiSerializer.Serialize(document), JsonApiSerializer.Serialize(back));
                Assert.Equal(
                    JsonApiSerializer.Serialize(document, JsonApiSerializationMode.ChangedOnly),
                    JsonApiSerializer.Serialize(back, JsonApiSerializationMode.ChangedOnly)
                );
                Assert.Equal(ChangeTrackingFormatter.Format(document), ChangeTrackingFormatter.Format(back));
            },
            iter: Iterations,
            threads: 1
        );

    [Theory]
    [MemberData(nameof(All))]
    public void A_resource_preserves_its_JSON_change_tracking_and_related_resources(string serializer) =>
        RandomDocument.Any.Sample(
            sample =>
            {
                Document document = Read(sample.Type, sample.Json);
                RandomDocument.Change(document, sample.Seed);
                foreach (Resource resource in document.PrimaryData)
                {
                    Resource back = (Resource)Serializers.RoundTrip(serializer, resource, resource.GetType());

                    Assert.Equal(JsonApiSerializer.Serialize(resource), JsonApiSerializer.Serialize(back));
                    Assert.Equal(ChangeTrackingFormatter.Format(resource), ChangeTrackingFormatter.Format(back));
                    Assert.Equal(Related(resource), Related(back));
                }
            },
            iter: Iterations,
            threads: 1
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Attributes_and_relationships_preserve_their_JSON_and_change_tracking(string serializer) =>
        RandomDocument.Any.Sample(
            sample =>
            {
                Document document = Read(sample.Type, sample.Json);
                RandomDocument.Change(document, sample.Seed);

                // Relationships alone do not store resources resolved by type, so a changed graph can resolve them differently.
                foreach (Resource resource in document.PrimaryData.Where(static one => !one.HasNoReceivedRelationships))
                {
                    JsonApiObject attributes = (JsonApiObject)
                        Serializers.RoundTrip(serializer, resource.Attributes, resource.Attributes.GetType());
                    RelationshipsObject relationships = (RelationshipsObject)
                        Serializers.RoundTrip(serializer, resource.Relationships, resource.Relationships.GetType());

                    if (resource.Attributes.DeclaredMembers.Any(member => resource.Attributes.IsModified(member.Name)))
                    {
                        Assert.Equal(ChangeTrackingFormatter.Format(resource.Attributes), ChangeTrackingFormatter.Format(attributes));
                    }

                    Assert.Equal(
                        resource.Relationships.Present.Select(one => $"{one} {one.IsModified} {string.Join(' ', one.Resources)}"),
                        relationships.Present.Select(one => $"{one} {one.IsModified} {string.Join(' ', one.Resources)}")
                    );
                    foreach (Relationship relationship in resource.Relationships.Present)
                    {
                        Relationship back = (Relationship)Serializers.RoundTrip(serializer, relationship, relationship.GetType());
                        Assert.Equal(
                            $"{relationship} {relationship.TargetType} {string.Join(' ', relationship.Resources)}",
                            $"{back} {back.TargetType} {string.Join(' ', back.Resources)}"
                        );
                    }
                }
            },
            iter: Iterations,
            threads: 1
        );

    private static int NamesWithoutDocument() =>
        GeneratedResources.Names.Count(name =>
            RandomDocument.DocumentTypes.All(type =>
                ((Resource)Activator.CreateInstance(type.BaseType!.GenericTypeArguments[0])!).Type != name
            )
        );

    private static Document Read(Type type, string json) =>
        (Document)
            typeof(JsonApiSerializer)
                .GetMethod(nameof(JsonApiSerializer.Deserialize), [typeof(string)])!
                .MakeGenericMethod(type)
                .Invoke(null, [json])!;

    /// <summary>Returns the original if both are equal apart from the order of members.</summary>
    private static string Reordered(string original, string written)
    {
        JToken Load(string json)
        {
            using Newtonsoft.Json.JsonTextReader reader = new(new StringReader(json))
            {
                DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
                FloatParseHandling = Newtonsoft.Json.FloatParseHandling.Decimal,
            };
            return Sorted(JToken.ReadFrom(reader));
        }

        return Load(original).ToString(Newtonsoft.Json.Formatting.None) == Load(written).ToString(Newtonsoft.Json.Formatting.None)
            ? original
            : written;
    }

    private static JToken Sorted(JToken token) =>
        token switch
        {
            JObject map => new JObject(
                map.Properties()
                    .OrderBy(property => property.Name, StringComparer.Ordinal)
                    .Select(property => new JProperty(property.Name, Sorted(property.Value)))
            ),
            JArray list => new JArray(list.Select(Sorted)),
            _ => token.DeepClone(),
        };

    private static string Related(Resource resource)
    {
        List<Resource> found = [resource];
        for (int next = 0; next < found.Count; next++)
        {
            found.AddRange(
                found[next].Relationships.Present.SelectMany(one => one.Resources).Distinct().Where(related => !found.Contains(related))
            );
        }

        return string.Join(' ', found.Select(ChangeTrackingFormatter.Format));
    }
}
