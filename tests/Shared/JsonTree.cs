using Newtonsoft.Json.Linq;

namespace Kajabi.Tests;

/// <summary>Extension methods that edit a JSON tree.</summary>
internal static class JsonTree
{
    public static JToken At(this JObject root, string path) => root.SelectToken(path, errorWhenNoMatch: true)!;

    public static JObject Map(this JObject root, string path) => (JObject)root.At(path);

    public static JArray List(this JObject root, string path) => (JArray)root.At(path);

    public static void Set(this JObject root, string path, string name, string json) => root.Map(path)[name] = Parse(json);

    public static void Replace(this JObject root, string path, string json) => root.At(path).Replace(Parse(json));

    public static void RemoveAt(this JObject root, string path)
    {
        JToken token = root.At(path);
        (token.Parent is JProperty property ? property : token).Remove();
    }

    public static void Rename(this JObject root, string path, string name)
    {
        JProperty property = (JProperty)root.At(path).Parent!;
        property.Replace(new JProperty(name, property.Value));
    }

    /// <summary>Parses JSON, in which strings may have single quotes.</summary>
    public static JToken Parse(string json) => JToken.Parse(json);
}
