using Kajabi.Tests.Dump;

namespace Kajabi.Tests.Numbers;

/// <summary>The first attribute of each number type that the OpenAPI document declares.</summary>
internal static class DeclaredNumbers
{
    public static IEnumerable<NumberLocation> Find() =>
        [Create("declared decimal", typeof(decimal?)), Create("declared integer", typeof(long?))];

    private static NumberLocation Create(string name, Type type) =>
        GeneratedResources
            .Names.Select(static resource => (JsonApiObject)GeneratedResources.Create(resource)!.Attributes)
            .SelectMany(attributes =>
                attributes
                    .DeclaredMembers.Where(member => PropertyCache.Find(attributes.GetType(), member.PropertyName)!.PropertyType == type)
                    .Select(member => new NumberLocation(name, attributes.GetType().Name, $$"""{"{{member.Name}}":$}"""))
            )
            .First();
}
