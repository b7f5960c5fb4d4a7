using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Output;

/// <summary>
/// The only extension of the composed document: names, types, complete literals and the text of doc comments for the templates. Each
/// operation and each schema with a class has one; the rest of the document is plain OpenAPI.
/// </summary>
internal static class CSharpExtension
{
    public const string Keyword = "x-csharp";

    /// <summary>
    /// Creates an extension or an object inside it without the members that are null, which templates treat like missing ones. No member
    /// may have the name <c>type</c> or <c>properties</c>: the generator would read the object as a schema.
    /// </summary>
    public static JObject Create(JObject members)
    {
        RemoveNulls(members);
        return members;
    }

    /// <summary>Returns a member of the extension of an element; null if there is none.</summary>
    public static string? Get(JToken element, string member) => (string?)element[Keyword]?[member];

    /// <summary>Removes the members that are null.</summary>
    public static void RemoveNulls(JObject element)
    {
        foreach (JProperty empty in element.Properties().Where(static member => member.Value is JValue { Value: null }).ToList())
        {
            empty.Remove();
        }
    }
}
