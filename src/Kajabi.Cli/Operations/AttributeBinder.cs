using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Operations;

/// <summary>Sets attributes by their JSON names and rejects attributes that cannot be written.</summary>
internal static class AttributeBinder
{
    /// <summary>Sets an attribute to a text value, which is parsed if the attribute has another type.</summary>
    /// <exception cref="UsageException">The attribute cannot be written, or the text is not a value of its type.</exception>
    public static void Assign(Resource resource, string name, string text)
    {
        JsonApiMember? member = GetWritableMember(resource, name);
        Type type = member is null ? typeof(string) : resource.Attributes.GetType().GetProperty(member.PropertyName)!.PropertyType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        resource.Attributes[name] =
            Parse(type, text)
            ?? throw new UsageException(
                $"'{text}' is not a value of '{name}', which is {Describe(type)}. Use --set-json "
                    + $"{name}=<json> for null, arrays and objects."
            );
    }

    /// <summary>Sets an attribute to a JSON value, which can be null.</summary>
    /// <exception cref="UsageException">The attribute cannot be written.</exception>
    public static void Assign(Resource resource, string name, JToken value)
    {
        GetWritableMember(resource, name);
        resource.Attributes[name] = value;
    }

    /// <summary>Returns the declaration of a writable attribute; null for a custom field that is not declared.</summary>
    private static JsonApiMember? GetWritableMember(Resource resource, string name)
    {
        IReadOnlyList<JsonApiMember> declared = resource.Attributes.DeclaredMembers;
        JsonApiMember? member = declared.FirstOrDefault(one => one.Name == name);
        if (member is { IsReadOnly: true })
        {
            throw new UsageException($"'{name}' of '{resource.Type}' is set by Kajabi and cannot be written. Omit it.");
        }

        bool isCustomField = CustomFieldName.IsName(name) && CustomFieldName.IsDeclaredBy(resource);
        return member is not null || isCustomField
            ? member
            : throw new UsageException(
                $"'{resource.Type}' has no attribute '{name}'. "
                    + $"{DidYouMean.Suggest(name, [.. declared.Where(static one => !one.IsReadOnly).Select(static one => one.Name)])}"
            );
    }

    /// <returns>The JSON value; null if the text is not a value of the type.</returns>
    private static JToken? Parse(Type type, string text)
    {
        if (type == typeof(bool))
        {
            return bool.TryParse(text, out bool flag) ? new JValue(flag) : null;
        }

        if (type == typeof(long) || type == typeof(int))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
                ? new JValue(number)
                : null;
        }

        if (type == typeof(decimal) || type == typeof(double))
        {
            return decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal number
            )
                ? new JValue(number)
                : null;
        }

        // Times and enums are JSON strings. Arrays and objects have no text form.
        return type == typeof(string) || type.IsValueType ? new JValue(text) : null;
    }

    private static string Describe(Type type) =>
        type switch
        {
            _ when type == typeof(bool) => "true or false",
            { IsValueType: true } => "a number",
            _ => "an array or an object",
        };
}
