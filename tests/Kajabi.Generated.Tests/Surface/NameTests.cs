using System.Reflection;
using System.Xml.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Surface;

/// <summary>What a reader of the SDK sees: names, types and words.</summary>
public sealed class NameTests
{
    private static readonly Assembly s_sdk = typeof(KajabiClient).Assembly;

    [Fact]
    public void No_name_ends_in_a_number_that_the_wire_does_not_have()
    {
        IEnumerable<string> numbered = s_sdk
            .GetExportedTypes()
            .SelectMany(type =>
                type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Append(type)
            )
            .Where(member => char.IsAsciiDigit(member.Name.Split('`')[0][^1]) && member is PropertyInfo or Type)
            .Where(member => !IsNumberedOnTheWire(member))
            .Select(member => $"{member.DeclaringType?.Name}.{member.Name}");

        Assert.Empty(numbered);
    }

    [Fact]
    public void No_attribute_is_typed_as_anything()
    {
        IEnumerable<string> open = s_sdk
            .GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(JsonApiObject)))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType == typeof(object) || typeof(JToken).IsAssignableFrom(property.PropertyType))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Empty(open);
    }

    [Fact]
    public void Every_public_member_is_described()
    {
        XDocument words = XDocument.Load(Path.ChangeExtension(s_sdk.Location, ".xml"));
        Dictionary<string, XElement> described = words
            .Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

        // The compiler refuses a missing comment; an empty one is left to us.
        IEnumerable<string> silent = s_sdk
            .GetExportedTypes()
            .SelectMany(type =>
                type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                    .Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
                    .Select(property => $"P:{type.FullName!.Replace('+', '.')}.{property.Name}")
                    .Append($"T:{type.FullName!.Replace('+', '.')}")
            )
            .Where(id => !IsDescribed(described, id));

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_attribute_tells_its_name_on_the_wire()
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

    private static bool IsDescribed(Dictionary<string, XElement> described, string id)
    {
        // A positional record describes its properties through its parameters.
        bool isPositional =
            id.StartsWith("P:", StringComparison.Ordinal)
            && described.TryGetValue("T:" + id[2..id.LastIndexOf('.')], out XElement? owner)
            && owner.Elements("param").Any(parameter => (string?)parameter.Attribute("name") == id[(id.LastIndexOf('.') + 1)..]);
        return isPositional
            || (
                described.TryGetValue(id, out XElement? member)
                && (
                    member.Element("inheritdoc") is not null
                    || (
                        member.Element("summary")?.Value.Trim() is { Length: > 0 } text
                        && !text.Contains("no words", StringComparison.Ordinal)
                    )
                )
            );
    }

    private static bool IsNumberedOnTheWire(MemberInfo member) =>
        member.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName is { } wire
            ? char.IsAsciiDigit(wire[^1])
            : member is PropertyInfo { GetMethod.IsStatic: true } known && char.IsAsciiDigit(known.GetValue(null)!.ToString()![^1]);
}
