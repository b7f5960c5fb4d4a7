using Newtonsoft.Json;

namespace Kajabi.Cli.Output;

/// <summary>The change that a command made to a resource, for operations whose response does not contain the resource.</summary>
/// <param name="Resource">The changed resource.</param>
/// <param name="Action">The action, such as <c>tagged</c>.</param>
/// <param name="Related">The related resources of the action.</param>
internal sealed record ChangeResult(ResourceIdentifier Resource, string Action, params IReadOnlyList<ResourceIdentifier> Related)
    : ICommandResult
{
    /// <summary>The help text of <c>--json</c>.</summary>
    public const string JsonDescription = "Print the change as one JSON object.";

    public void WriteText(Terminal terminal)
    {
        string related = string.Join(", ", Related.Select(static one => $"{one.Type} {one.Id}"));
        terminal.Out.WriteLine(
            CommandFilter.Apply(
                TerminalSanitizer.Sanitize($"{Resource.Type} {Resource.Id} {Action}{(related.Length > 0 ? $": {related}" : string.Empty)}")
            )
        );
    }

    public void WriteJson(TextWriter text) => JsonLine.Write(text, Formatting.Indented, WriteJson);

    private void WriteJson(JsonTextWriter json)
    {
        json.WriteStartObject();
        WriteIdentifier(json, Resource);
        json.WritePropertyName("action");
        json.WriteValue(Action);
        json.WritePropertyName("related");
        json.WriteStartArray();
        foreach (ResourceIdentifier related in Related)
        {
            json.WriteStartObject();
            WriteIdentifier(json, related);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIdentifier(JsonTextWriter json, ResourceIdentifier identifier)
    {
        json.WritePropertyName("id");
        json.WriteValue(identifier.Id);
        json.WritePropertyName("type");
        json.WriteValue(identifier.Type);
    }
}
