namespace Kajabi.Cli.Tests;

/// <summary>The declared members of an attribute that is an object, or a list of objects.</summary>
internal sealed record NestedMembers(IReadOnlyList<string> Names, bool IsList)
{
    /// <summary>Returns the members of an attribute; null for an attribute without declared members.</summary>
    public static NestedMembers? Find(JsonApiObject attributes, JsonApiMember attribute)
    {
        Type type = attributes.GetType().GetProperty(attribute.PropertyName)!.PropertyType;
        bool isList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        Type item = isList ? type.GetGenericArguments()[0] : type;
        return item.IsSubclassOf(typeof(JsonApiObject))
            ? new NestedMembers(
                [.. ((JsonApiObject)Activator.CreateInstance(item)!).DeclaredMembers.Select(static one => one.Name)],
                isList
            )
            : null;
    }
}
