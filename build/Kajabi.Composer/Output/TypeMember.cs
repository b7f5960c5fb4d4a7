using Kajabi.Composer.Model;
using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Output;

/// <summary>Writes the members of a class into the extension of its schema.</summary>
internal static class TypeMember
{
    /// <param name="name">The C# name.</param>
    /// <param name="apiName">The name or value in JSON.</param>
    /// <param name="description">The description; null for none.</param>
    public static JObject Create(string name, string apiName, string? description) =>
        new()
        {
            ["name"] = name,
            ["literal"] = CSharpLiteral.From(apiName),
            ["doc"] = XmlDocFormatter.From(description),
        };

    public static JObject EnumValue(string name, string value, string? description) =>
        Create(name, value, description ?? $"The value `{value.Replace('`', '\'')}`.");

    public static JObject Attribute(MemberModel member)
    {
        JObject written = Create(member.Name, member.ApiName, (string?)member.Schema["description"]);
        written["typeName"] = member.Type;
        written["reader"] = member.Reader;
        written["isReadOnly"] = member.Schema["readOnly"];
        written["obsolete"] = member.Schema["deprecated"] is null ? null : Obsolete(member.ApiName, member.DeprecationReason);
        return CSharpExtension.Create(written);
    }

    /// <param name="relationship">The relationship.</param>
    /// <param name="target">The C# class of its target.</param>
    public static JObject Relationship(RelationshipModel relationship, string target)
    {
        JObject written = Create(relationship.Name, relationship.ApiName, relationship.Description);
        written["target"] = new JObject
        {
            ["name"] = target,
            ["literal"] = relationship.TargetType is { } type ? CSharpLiteral.From(type) : "null",
        };
        written["isToMany"] = relationship.IsToMany ? true : null;
        written["obsolete"] = relationship.IsDeprecated
            ? Obsolete($"the relationship {relationship.ApiName}", relationship.DeprecationReason)
            : null;
        return CSharpExtension.Create(written);
    }

    public static JObject QueryParameter(QueryPropertyModel property)
    {
        JObject written = Create(property.Name, property.ApiName, property.Description);
        written["typeName"] = property.Type;
        written["format"] = property.Kind;
        written["isRequired"] = property.IsRequired ? true : null;
        written["forward"] = property.Forward?.Split('.') is [var attribute, var comparison]
            ? new JObject { ["attribute"] = attribute, ["comparison"] = comparison }
            : null;
        return CSharpExtension.Create(written);
    }

    public static JObject FilteredAttribute(FilteredAttributeModel attribute)
    {
        JObject written = Create(attribute.Name, attribute.ApiName, $"Gets the filters on `{attribute.ApiName}`: {attribute.Description}");
        written["typeName"] = attribute.ClassName;
        return CSharpExtension.Create(written);
    }

    private static string Obsolete(string name, string? reason) =>
        CSharpLiteral.From(reason ?? $"Kajabi's OpenAPI document marks {name} as deprecated.");
}
