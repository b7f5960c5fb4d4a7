using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Http.Content;

/// <summary>Reads JSON as a token, or as a class of the application by reflection, which trimming does not support.</summary>
internal static class ApplicationJson
{
    private const string Switch = "System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault";

    /// <summary>
    /// Gets whether classes of the application can be read. The switch of .NET is off in trimmed applications, where properties without
    /// a reference are removed: reading would lose values without an error.
    /// </summary>
    [FeatureSwitchDefinition(Switch)]
    [FeatureGuard(typeof(RequiresUnreferencedCodeAttribute))]
    [FeatureGuard(typeof(RequiresDynamicCodeAttribute))]
#pragma warning disable IL4000 // The analyzer does not know the switch; it is off in every trimmed application unless one turns it on.
    private static bool CanReadClasses => !AppContext.TryGetSwitch(Switch, out bool isEnabled) || isEnabled;
#pragma warning restore IL4000

    /// <exception cref="NotSupportedException">The application is trimmed, and the type is not a token.</exception>
    public static void ThrowIfUnreadable(Type type)
    {
        if (!CanReadClasses && !typeof(JToken).IsAssignableFrom(type))
        {
            throw new NotSupportedException(
                $"A response cannot be read as {type} in a trimmed application. Use JToken of Newtonsoft.Json, a document, or turn "
                    + "JsonSerializerIsReflectionEnabledByDefault on and keep the type from being trimmed."
            );
        }
    }

    /// <summary>Converts JSON.</summary>
    /// <exception cref="KajabiSerializationException">The JSON does not match the type.</exception>
    public static object Read(Type type, JToken json)
    {
        try
        {
            return type.IsInstanceOfType(json) ? json
                : CanReadClasses ? Convert(type, json)
                : throw NotJsonOf(type, string.Empty); // Another class was rejected before the request was sent.
        }
        catch (Exception exception)
            when (exception is JsonException or FormatException or ArgumentException or InvalidCastException or OverflowException)
        {
            // The message of the exception would quote values, which may be personal.
            throw NotJsonOf(
                type,
                (exception as JsonSerializationException)?.Path ?? (exception as JsonReaderException)?.Path ?? string.Empty
            );
        }
    }

    // Without the application's default settings, which may create any type that a response names.
    [RequiresUnreferencedCode("Newtonsoft.Json finds the properties by reflection.")]
    [RequiresDynamicCode("Newtonsoft.Json creates generic types.")]
    private static object Convert(Type type, JToken json) =>
        json.ToObject(type, JsonSerializer.Create())
        ?? throw new KajabiSerializationException($"The response is null, but {type.Name} was expected.", string.Empty);

    private static KajabiSerializationException NotJsonOf(Type type, string path) =>
        new($"The response is not the JSON of {type.Name}.", path);
}
