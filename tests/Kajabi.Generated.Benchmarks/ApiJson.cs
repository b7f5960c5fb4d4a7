using Newtonsoft.Json.Linq;

namespace Kajabi.Benchmarks;

/// <summary>The parts of documents in the format of the API.</summary>
internal static class ApiJson
{
    public static JObject Resource(string type, int number, JObject attributes, JObject? relationships = null)
    {
        JObject resource = Identifier(type, number);
        resource["attributes"] = attributes;
        if (relationships is not null)
        {
            resource["relationships"] = relationships;
        }

        return resource;
    }

    public static JObject Linkage(JToken data) => new() { ["data"] = data };

    public static JObject Identifier(string type, int number) => new() { ["id"] = $"{number + 2_148_432_935L}", ["type"] = type };
}
