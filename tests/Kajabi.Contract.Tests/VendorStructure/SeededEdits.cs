using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.VendorStructure;

/// <summary>Thirty edits that make our document differ from the vendor's.</summary>
internal static class SeededEdits
{
    private const string Contacts = "paths['/v1/contacts'].get";
    private const string Attributes = "components.schemas.contacts_attributes.properties";

    public static IReadOnlyDictionary<string, Action<JObject>> All { get; } =
        new Dictionary<string, Action<JObject>>
        {
            ["an operation is removed"] = root => Remove(root, "paths['/v1/hooks/{id}'].delete"),
            ["a path is removed"] = root => Remove(root, "paths['/v1/me']"),
            ["a path is renamed"] = root => Rename(root, "paths['/v1/version']", "/v1/versions"),
            ["a method is changed"] = root => Rename(root, "paths['/v1/contacts/{id}'].patch", "put"),
            ["a tag is changed"] = root => Set(root, $"{Contacts}.tags[0]", "People"),
            ["security is removed"] = root => Remove(root, $"{Contacts}.security"),
            ["a parameter is removed"] = root => Remove(root, $"{Contacts}.parameters[?(@.name=='filter[search]')]"),
            ["a parameter is renamed"] = root => Set(root, $"{Contacts}.parameters[?(@.name=='filter[search]')].name", "filter[find]"),
            ["a parameter moves to a header"] = root => Set(root, $"{Contacts}.parameters[?(@.name=='sort')].in", "header"),
            ["a parameter becomes required"] = root => Set(root, $"{Contacts}.parameters[?(@.name=='sort')].required", true),
            ["a parameter changes its type"] = root => Set(root, $"{Contacts}.parameters[?(@.name=='page[number]')].schema.type", "string"),
            ["a parameter is added"] = root =>
                ((JArray)root.SelectToken($"{Contacts}.parameters", true)!).Add(
                    new JObject { ["name"] = "page[offset]", ["in"] = "query" }
                ),
            ["a path parameter is removed"] = root => Remove(root, "paths['/v1/contact_notes/{id}'].parameters"),
            ["a body is removed"] = root => Remove(root, "paths['/v1/contacts'].post.requestBody"),
            ["a body is sent as JSON"] = root =>
                Rename(root, "paths['/v1/contacts'].post.requestBody.content['application/vnd.api+json']", "application/json"),
            ["a body no longer requires data"] = root =>
                Remove(root, "paths['/v1/contacts'].post.requestBody.content['application/vnd.api+json'].schema.required"),
            ["a response is removed"] = root => Remove(root, "paths['/v1/contacts'].post.responses['422']"),
            ["a response has another status code"] = root => Rename(root, "paths['/v1/contacts'].post.responses['201']", "200"),
            ["a response has another schema"] = root =>
                Set(
                    root,
                    $"{Contacts}.responses['200'].content['application/vnd.api+json'].schema.$ref",
                    "#/components/schemas/customers_index_response"
                ),
            ["a schema is removed"] = root => Remove(root, "components.schemas.empty_response"),
            ["an attribute is removed"] = root => Remove(root, $"{Attributes}.email"),
            ["an attribute is renamed"] = root => Rename(root, $"{Attributes}.email", "mail"),
            ["an attribute is added"] = root =>
                ((JObject)root.SelectToken(Attributes, true)!)["nickname"] = new JObject { ["type"] = "string" },
            ["an attribute changes its type"] = root => Set(root, $"{Attributes}.subscribed.type", "string"),
            ["an attribute is no longer nullable by its type"] = root => Set(root, $"{Attributes}.phone_number.type", "string"),
            ["an attribute is no longer nullable by its keyword"] = root => Remove(root, $"{Attributes}.custom_1.nullable"),
            ["an attribute loses its format"] = root => Remove(root, $"{Attributes}.created_at.format"),
            ["an attribute is no longer read-only"] = root => Remove(root, $"{Attributes}.created_at.readOnly"),
            ["an enum value is removed"] = root => Remove(root, "components.schemas.hooks_attributes.properties.event.enum[2]"),
            ["a relationship is no longer deprecated"] = root =>
                Remove(
                    root,
                    "components.schemas.transactions_show_response.properties.data.properties.relationships.properties.offer.deprecated"
                ),
            ["a server is changed"] = root => Set(root, "servers[0].url", "https://api.example.com"),
        };

    private static void Remove(JObject root, string path)
    {
        JToken token = root.SelectToken(path, errorWhenNoMatch: true)!;
        (token.Parent is JProperty property ? property : token).Remove();
    }

    private static void Set(JObject root, string path, JToken value) => root.SelectToken(path, errorWhenNoMatch: true)!.Replace(value);

    private static void Rename(JObject root, string path, string name)
    {
        JProperty property = (JProperty)root.SelectToken(path, errorWhenNoMatch: true)!.Parent!;
        property.Replace(new JProperty(name, property.Value));
    }
}
