using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Endpoints;

/// <summary>Assigns attributes by their names on the wire, and refuses what the API would not take.</summary>
internal static class AttributeBinder
{
    /// <summary>Assigns a value that was typed as text: what an attribute of another kind takes is read from it.</summary>
    /// <exception cref="UsageException">The attribute cannot be written, or the text is no value of its kind.</exception>
    public static void Assign(Resource resource, string name, string text)
    {
        JsonApiMember? member = Writable(resource, name);
        Type kind = member is null ? typeof(string) : resource.Attributes.GetType().GetProperty(member.PropertyName)!.PropertyType;
        kind = Nullable.GetUnderlyingType(kind) ?? kind;
        resource.Attributes[name] =
            Value(kind, text)
            ?? throw new UsageException(
                $"'{text}' is no value of '{name}', which is {Kind(kind)}. Write --set-json {name}=<json> for null and for everything else that is no text."
            );
    }

    /// <summary>Assigns a JSON value as it stands, null included.</summary>
    /// <exception cref="UsageException">The attribute cannot be written.</exception>
    public static void Assign(Resource resource, string name, JToken value)
    {
        Writable(resource, name);
        resource.Attributes[name] = value;
    }

    /// <summary>The declaration of an attribute that can be written; null for a custom field, which has none.</summary>
    private static JsonApiMember? Writable(Resource resource, string name)
    {
        IReadOnlyList<JsonApiMember> declared = resource.Attributes.DeclaredMembers;
        JsonApiMember? member = declared.FirstOrDefault(one => one.Name == name);
        if (member is { IsReadOnly: true })
        {
            throw new UsageException($"'{name}' of '{resource.Type}' is set by Kajabi and cannot be written. Leave it out.");
        }

        bool isCustomField = CustomFieldName.IsName(name) && CustomFieldName.IsDeclaredBy(resource);
        return member is not null || isCustomField
            ? member
            : throw new UsageException(
                $"'{resource.Type}' has no attribute '{name}'. {DidYouMean.Suggest(name, [.. declared.Where(static one => !one.IsReadOnly).Select(static one => one.Name)])}"
            );
    }

    private static JToken? Value(Type kind, string text)
    {
        if (kind == typeof(bool))
        {
            return bool.TryParse(text, out bool flag) ? new JValue(flag) : null;
        }

        if (kind == typeof(long) || kind == typeof(int))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
                ? new JValue(number)
                : null;
        }

        if (kind == typeof(decimal) || kind == typeof(double))
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

        // Times and choices are strings on the wire; lists and objects have no text of their own.
        return kind == typeof(string) || kind.IsValueType ? new JValue(text) : null;
    }

    private static string Kind(Type kind) =>
        kind switch
        {
            { } type when type == typeof(bool) => "true or false",
            { IsValueType: true } => "a number",
            _ => "a list or an object",
        };
}
