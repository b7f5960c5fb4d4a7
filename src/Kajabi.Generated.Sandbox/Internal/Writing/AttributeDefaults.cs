using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>The default attributes of new resources.</summary>
internal static class AttributeDefaults
{
    private static readonly string[] s_contact =
    [
        "name",
        "email",
        "phone_number",
        "business_number",
        "address_line_1",
        "address_line_2",
        "address_city",
        "address_state",
        "address_country",
        "address_zip",
        "external_user_id",
    ];

    public static JsonObject Apply(string type, JsonObject values, string now)
    {
        JsonObject attributes = [];
        foreach (string name in type == "contacts" ? s_contact : [])
        {
            attributes[name] = null;
        }

        if (type == "contacts")
        {
            attributes["subscribed"] = false;
        }

        foreach ((string name, JsonNode? value) in values)
        {
            attributes[name] = value?.DeepClone();
        }

        (attributes["created_at"], attributes["updated_at"]) = (now, now);
        return attributes;
    }
}
