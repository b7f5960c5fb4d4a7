using Kajabi.Diagnostics.Internal;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Export.Anonymization;

/// <summary>
/// Replaces everything of resources by stable invented values except ids, types and the values of <see cref="KeptAttributes"/>, also
/// members that the OpenAPI document does not declare, with their names.
/// </summary>
/// <param name="key">The key of the invented values.</param>
internal sealed class ResourceAnonymizer(AnonymizationKey key)
{
    private readonly InventedValues _values = new(key);

    /// <summary>Returns the attributes in their order, with kept or invented names and values.</summary>
    public IEnumerable<(string Name, JToken? Value)> GetAttributes(Resource resource, IEnumerable<string> names) =>
        names.Select(name => (GetName(resource.Attributes, name), Replace(resource, name)));

    /// <summary>Returns the name of an attribute, or an invented one if it is not declared.</summary>
    public string GetName(JsonApiObject attributes, string name) =>
        IsDeclared(attributes, name) || CustomFieldHandle.IsName(name) ? name : _values.CreateName(name);

    /// <summary>Returns the value of an attribute, or an invented one; null if it is null or absent.</summary>
    public JToken? Replace(Resource resource, string name) =>
        resource.Attributes[name] is { } value
            ? Replace(resource.Type, name, IsDeclared(resource.Attributes, name) ? name : null, value)
            : null;

    /// <summary>Returns a value that belongs to no declared attribute, such as <c>meta</c>.</summary>
    public JToken ReplaceUnknown(string type, string name, JToken value) => Replace(type, name, path: null, value);

    /// <summary>Returns the name of a relationship, or an invented one if it is not declared.</summary>
    public string GetRelationshipName(Resource resource, string name) =>
        resource.Relationships.DeclaredRelationships.Any(relationship => relationship.Name == name) ? name : _values.CreateName(name);

    /// <summary>Returns an invented name of a member.</summary>
    public string CreateName(string name) => _values.CreateName(name);

    /// <summary>Returns an id, or an invented one if it contains more than letters and digits, such as an e-mail address.</summary>
    public string? GetId(string? id) => id is null || KeptForms.IsId(id) ? id : _values.CreateName(id);

    /// <summary>Returns a type, or an invented one if it is no name of a type.</summary>
    public string GetResourceType(string type) => KeptForms.IsType(type) ? type : _values.CreateName(type);

    /// <summary>Returns the links of a relationship to the API, without all others.</summary>
    public static JObject GetLinks(JsonApiObject links) =>
        new(
            ((string[])["self", "related"])
                .Where(name => links[name] is { Type: JTokenType.String } link && IsLinkToApi((string)link!))
                .Select(name => new JProperty(name, links[name]))
        );

    // A query or user information can contain personal data.
    private static bool IsLinkToApi(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out Uri? url)
        && url is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }
        && url.AbsolutePath.Split('/') is ["", "v1", .. var segments]
        && segments.All(KeptForms.IsId);

    private static bool IsDeclared(JsonApiObject attributes, string name) => attributes.DeclaredMembers.Any(member => member.Name == name);

    /// <param name="type">The type of the resource.</param>
    /// <param name="name">The original name of the member, which determines the form of an invented text.</param>
    /// <param name="path">The path of a declared member; null for any other.</param>
    /// <param name="value">The value.</param>
    private JToken Replace(string type, string name, string? path, JToken value) =>
        value switch
        {
            JObject members => new JObject(members.Properties().Select(member => Replace(type, path, member))),
            JArray items => new JArray(
                items.Select(item => Replace(type, name, path is not null && KeptAttributes.HasMembers(path) ? path : null, item))
            ),
            { Type: JTokenType.Null } => value.DeepClone(),
            _ when path is not null && KeptAttributes.Keeps(path, value) => value.DeepClone(),
            { Type: JTokenType.String } => ReplaceText(type, name, (string)value!),
            { Type: JTokenType.Integer or JTokenType.Float } => _values.CreateNumber(value.ToString(Formatting.None)),
            { Type: JTokenType.Boolean } => false,
            _ => ReplaceText(type, name, value.ToString(Formatting.None)),
        };

    private JProperty Replace(string type, string? path, JProperty member)
    {
        string? memberPath = KeptAttributes.GetMember(path, member.Name);
        return new JProperty(
            memberPath is null ? _values.CreateName(member.Name) : member.Name,
            Replace(type, member.Name, memberPath, member.Value)
        );
    }

    private string ReplaceText(string type, string name, string text) =>
        name == "select_options"
            ? string.Join('\n', text.Split('\n').Select(option => _values.Create(TextKind.Text, option)))
            : _values.Create(TextKinds.Find(type, name, text), text);
}
