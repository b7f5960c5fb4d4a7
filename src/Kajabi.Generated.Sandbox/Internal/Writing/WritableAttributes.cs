using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Http;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Writing;

/// <summary>The attributes that requests can set, and their types.</summary>
internal static class WritableAttributes
{
    private static readonly Dictionary<string, string[]> s_types = new(StringComparer.Ordinal)
    {
        ["contacts"] = ["name", "email", .. ContactAttributes.Address, "subscribed", "external_user_id"],
        ["contact_notes"] = ["body"],
        ["hooks"] = ["event", "target_url", "resource_id"],
        ["form_submissions"] = ["name", "email", .. ContactAttributes.Address, "mobile_phone_number"],
    };

    /// <summary>Returns the names of the attributes, without custom fields.</summary>
    public static IReadOnlyList<string> GetNames(string type) => s_types.GetValueOrDefault(type) ?? [];

    /// <summary>
    /// Returns whether a request can set an attribute. A new contact has no <c>external_user_id</c> and is not subscribed.
    /// </summary>
    public static bool Contains(string type, string name, bool isCreated) =>
        (GetNames(type).Contains(name) && !(isCreated && (name is "external_user_id" or "subscribed")))
        || (type is "contacts" or "form_submissions" && ContactAttributes.IsCustomField(name));

    /// <summary>Returns a copy of the attributes that the request can set.</summary>
    public static JsonObject Select(string type, JsonObject attributes, bool isCreated) =>
        new(
            attributes
                .Where(attribute => Contains(type, attribute.Key, isCreated))
                .Select(static attribute => KeyValuePair.Create(attribute.Key, attribute.Value?.DeepClone()))
        );

    /// <summary>
    /// Returns the error of the first attribute with a value of another type, even if it is ignored; null if there is none.
    /// </summary>
    public static SandboxResponse? Validate(string type, JsonObject attributes)
    {
        foreach ((string name, JsonNode? value) in attributes)
        {
            if (!Contains(type, name, isCreated: false))
            {
                continue;
            }

            JsonValueKind kind = value?.GetValueKind() ?? JsonValueKind.Null;
            string? problem = name switch
            {
                "subscribed" => kind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false",
                "resource_id" => kind is JsonValueKind.Null || IsId(value!) ? null : "must be an integer",
                _ => kind is JsonValueKind.String or JsonValueKind.Null ? null : "must be a string",
            };
            if (problem is not null)
            {
                return SandboxResponse.Invalid(name, problem);
            }
        }

        return null;
    }

    // The contract declares an integer; the documents of the vendor contain a text.
    private static bool IsId(JsonNode value) =>
        value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
        && long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
