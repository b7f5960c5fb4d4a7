using System.Reflection;
using System.Xml.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Surface;

/// <summary>Names, types and documentation of the public API.</summary>
public sealed class NamingTests
{
    private static readonly Assembly s_sdk = typeof(KajabiClient).Assembly;

    [Fact]
    public void No_name_ends_in_a_number_that_is_not_in_the_JSON_name()
    {
        IEnumerable<string> numbered = s_sdk
            .GetExportedTypes()
            .SelectMany(type =>
                type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Append(type)
            )
            .Where(member => char.IsAsciiDigit(member.Name.Split('`')[0][^1]) && member is PropertyInfo or Type)
            .Where(member => !IsJsonNameNumbered(member))
            .Select(member => $"{member.DeclaringType?.Name}.{member.Name}");

        Assert.Empty(numbered);
    }

    [Fact]
    public void No_attribute_is_of_type_object_or_JToken()
    {
        IEnumerable<string> untyped = s_sdk
            .GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(JsonApiObject)))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType == typeof(object) || typeof(JToken).IsAssignableFrom(property.PropertyType))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Empty(untyped);
    }

    [Fact]
    public void Every_public_member_is_documented()
    {
        XDocument documentation = XDocument.Load(Path.ChangeExtension(s_sdk.Location, ".xml"));
        Dictionary<string, XElement> documented = documentation
            .Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

        // The compiler rejects a missing comment, but not an empty one.
        IEnumerable<string> undocumented = s_sdk
            .GetExportedTypes()
            .SelectMany(type =>
                type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                    .Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
                    .Select(property => $"P:{type.FullName!.Replace('+', '.')}.{property.Name}")
                    .Append($"T:{type.FullName!.Replace('+', '.')}")
            )
            .Where(id => !IsDocumented(documented, id));

        Assert.Empty(undocumented);
    }

    [Fact]
    public void Every_attribute_has_its_JSON_name()
    {
        foreach (Resource resource in GeneratedResources.Names.Select(name => GeneratedResources.Create(name)!))
        {
            foreach (JsonApiMember member in resource.Attributes.DeclaredMembers)
            {
                PropertyInfo? property = resource.Attributes.GetType().GetProperty(member.PropertyName);
                Assert.Equal(member.Name, property?.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName);
                Assert.Equal(member.IsReadOnly, property!.SetMethod is null);
            }
        }
    }

    private static bool IsDocumented(Dictionary<string, XElement> documented, string id)
    {
        // A positional record describes its properties through its parameters.
        bool isPositional =
            id.StartsWith("P:", StringComparison.Ordinal)
            && documented.TryGetValue("T:" + id[2..id.LastIndexOf('.')], out XElement? owner)
            && owner.Elements("param").Any(parameter => (string?)parameter.Attribute("name") == id[(id.LastIndexOf('.') + 1)..]);
        return isPositional
            || (
                documented.TryGetValue(id, out XElement? member)
                && (
                    member.Element("inheritdoc") is not null
                    || (
                        member.Element("summary")?.Value.Trim() is { Length: > 0 } text
                        && !text.Contains("no words", StringComparison.Ordinal)
                    )
                )
            );
    }

    private static bool IsJsonNameNumbered(MemberInfo member) =>
        member.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName is { } jsonName
            ? char.IsAsciiDigit(jsonName[^1])
            : member is PropertyInfo { GetMethod.IsStatic: true } known && char.IsAsciiDigit(known.GetValue(null)!.ToString()![^1]);
}
