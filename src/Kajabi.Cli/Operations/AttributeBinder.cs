using System.Globalization;
using Kajabi.Diagnostics.Internal;
using Kajabi.JsonApi.Documents.Internal;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Operations;

/// <summary>Sets attributes by their JSON names and rejects attributes that cannot be written.</summary>
internal static class AttributeBinder
{
    /// <summary>Sets an attribute to a text value, which is parsed if the attribute has another type.</summary>
    /// <exception cref="UsageException">The attribute cannot be written, or the text is not a value of its type.</exception>
    public static void Assign(Resource resource, string name, string text)
    {
        ThrowIfNotWritable(resource, name);
        JsonApiMemberKind kind = resource.Attributes.Members.FindKind(name) ?? JsonApiMemberKind.String;
        resource.Attributes[name] =
            Parse(kind, text)
            ?? throw new UsageException(
                $"'{text}' is not a value of '{name}', which is {Describe(kind)}. Use --set-json "
                    + $"{name}=<json> for null, arrays and objects."
            );
    }

    /// <summary>Sets an attribute to a JSON value, which can be null.</summary>
    /// <exception cref="UsageException">The attribute cannot be written.</exception>
    public static void Assign(Resource resource, string name, JToken value)
    {
        ThrowIfNotWritable(resource, name);
        resource.Attributes[name] = value;
    }

    /// <exception cref="UsageException">The attribute is read-only, or is neither declared nor a custom field.</exception>
    private static void ThrowIfNotWritable(Resource resource, string name)
    {
        IReadOnlyList<JsonApiMember> declared = resource.Attributes.DeclaredMembers;
        JsonApiMember? member = declared.FirstOrDefault(one => one.Name == name);
        if (member is { IsReadOnly: true })
        {
            throw new UsageException($"'{name}' of '{resource.Type}' is set by Kajabi and cannot be written. Omit it.");
        }

        bool isCustomField = CustomFieldHandle.IsName(name) && CustomFields.AreDeclaredBy(resource);
        if (member is null && !isCustomField)
        {
            throw new UsageException(
                $"'{resource.Type}' has no attribute '{name}'. "
                    + $"{DidYouMean.Suggest(name, [.. declared.Where(static one => !one.IsReadOnly).Select(static one => one.Name)])}"
            );
        }
    }

    /// <returns>The JSON value; null if the text is not a value of the kind.</returns>
    private static JToken? Parse(JsonApiMemberKind kind, string text)
    {
        switch (kind)
        {
            case JsonApiMemberKind.Boolean:
                return bool.TryParse(text, out bool flag) ? new JValue(flag) : null;
            case JsonApiMemberKind.Int64:
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer)
                    ? new JValue(integer)
                    : null;
            case JsonApiMemberKind.Decimal:
                const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
                return decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out decimal number) ? new JValue(number) : null;
            case JsonApiMemberKind.String or JsonApiMemberKind.Enum or JsonApiMemberKind.DateTime or JsonApiMemberKind.Date:
                return new JValue(text);
            default:
                // Arrays and objects have no text form.
                return null;
        }
    }

    private static string Describe(JsonApiMemberKind kind) =>
        kind switch
        {
            JsonApiMemberKind.Boolean => "true or false",
            JsonApiMemberKind.Int64 or JsonApiMemberKind.Decimal => "a number",
            _ => "an array or an object",
        };
}
