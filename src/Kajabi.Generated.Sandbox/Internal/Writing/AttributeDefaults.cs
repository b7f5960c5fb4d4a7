using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>The default attributes of new resources.</summary>
internal static class AttributeDefaults
{
    /// <summary>Adds the attributes that a request did not set as null, and the times of the creation.</summary>
    public static JsonObject Apply(string type, JsonObject values, string now)
    {
        JsonObject attributes = ApplyEmpty(type, values);
        (attributes["created_at"], attributes["updated_at"]) = (now, now);
        return attributes;
    }

    /// <summary>Adds the attributes that a request did not set as null.</summary>
    public static JsonObject ApplyEmpty(string type, JsonObject values)
    {
        JsonObject attributes = [];
        foreach (string name in type is "contacts" or "form_submissions" ? WritableAttributes.GetNames(type) : [])
        {
            attributes[name] = name == "subscribed" ? false : null;
        }

        foreach ((string name, JsonNode? value) in values)
        {
            attributes[name] = value?.DeepClone();
        }

        return attributes;
    }
}
