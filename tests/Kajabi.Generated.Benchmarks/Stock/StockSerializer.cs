using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Benchmarks.Stock;

/// <summary>Reads documents with Newtonsoft.Json, as a client that NSwag generates does.</summary>
internal static class StockSerializer
{
    private static readonly JsonSerializer s_serializer = JsonSerializer.Create(
        new JsonSerializerSettings { Converters = { new Net_revenue.Converter() } }
    );

    public static T Read<T>(string json)
    {
        using JsonTextReader reader = new(new StringReader(json));
        return s_serializer.Deserialize<T>(reader)!;
    }

    /// <summary>Adds included resources to a dictionary by type and id, as objects of the generated types.</summary>
    public static void Index(IEnumerable<JObject> included, Dictionary<(string?, string?), object> resources)
    {
        foreach (JObject resource in included)
        {
            string? type = (string?)resource["type"];
            object? typed = type switch
            {
                "customers" => resource.ToObject<Customer>(s_serializer),
                "offers" => resource.ToObject<Offer>(s_serializer),
                "contact_tags" => resource.ToObject<ContactTag>(s_serializer),
                "modules" => resource.ToObject<Module>(s_serializer),
                "lessons" => resource.ToObject<Lesson>(s_serializer),
                _ => resource,
            };
            resources[(type, (string?)resource["id"])] = typed!;
        }
    }

    /// <summary>Returns the resources of linkage.</summary>
    public static List<T> Find<T>(ICollection<ResourceIdentifier> linkage, Dictionary<(string?, string?), object> resources)
    {
        List<T> found = new(linkage.Count);
        foreach (ResourceIdentifier identifier in linkage)
        {
            found.Add((T)resources[(identifier.Type, identifier.Id)]);
        }

        return found;
    }
}
