using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Export.Anonymization;

/// <summary>
/// Replaces personal data and other texts of resources by stable invented values. Ids, times, amounts, Booleans and the declared attributes
/// of <see cref="KeptAttributes"/> remain; everything else is replaced, also attributes that the OpenAPI document does not declare.
/// </summary>
/// <param name="key">The key of the invented values.</param>
internal sealed class ResourceAnonymizer(AnonymizationKey key)
{
    private readonly InventedValues _values = new(key);

    /// <summary>Returns the attributes in their order, with their values or invented ones.</summary>
    public IEnumerable<(string Name, JToken? Value)> GetAttributes(Resource resource, IEnumerable<string> names) =>
        names.Select(name => (name, Replace(resource, name)));

    /// <summary>Returns the value of an attribute, or an invented one; null if it is null or absent.</summary>
    public JToken? Replace(Resource resource, string name) =>
        resource.Attributes[name] is { } value ? Replace(resource.Type, name, value, isKnown: IsKnown(resource.Attributes, name)) : null;

    /// <summary>Returns a value that belongs to no declared attribute, such as <c>meta</c>.</summary>
    public JToken ReplaceUnknown(string type, string name, JToken value) => Replace(type, name, value, isKnown: false);

    // Custom fields are declared, and contain whatever the account asks for.
    private static bool IsKnown(JsonApiObject attributes, string name) =>
        !name.StartsWith("custom_", StringComparison.Ordinal)
        && name != "raw_extra_contact_information"
        && attributes.DeclaredMembers.Any(member => member.Name == name);

    private JToken Replace(string type, string name, JToken value, bool isKnown) =>
        value switch
        {
            JObject members => new JObject(
                members.Properties().Select(member => new JProperty(member.Name, Replace(type, member.Name, member.Value, isKnown)))
            ),
            JArray items => new JArray(items.Select(item => Replace(type, name, item, isKnown))),
            _ when isKnown && (value.Type != JTokenType.String || KeptAttributes.Contains(name)) => value.DeepClone(),
            { Type: JTokenType.String } => ReplaceText(type, name, (string)value!),
            { Type: JTokenType.Integer or JTokenType.Float } => _values.CreateNumber(value.ToString(Formatting.None)),
            { Type: JTokenType.Boolean or JTokenType.Null } => value.DeepClone(),
            _ => ReplaceText(type, name, value.ToString()),
        };

    private string ReplaceText(string type, string name, string text) =>
        name == "select_options"
            ? string.Join('\n', text.Split('\n').Select(option => _values.Create(TextKind.Text, option)))
            : _values.Create(TextKinds.Find(type, name, text), text);
}
