using Newtonsoft.Json;

namespace Kajabi.Cli.Output;

/// <summary>What a command did to a resource, where the API does not answer with the resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Action">What was done, such as <c>tagged</c>.</param>
/// <param name="Related">What it was done with.</param>
internal sealed record Change(ResourceIdentifier Resource, string Action, params IReadOnlyList<ResourceIdentifier> Related)
{
    public void WriteTo(TextWriter text, bool asJson)
    {
        if (asJson)
        {
            WriteJson(text);
            text.Write('\n');
        }
        else
        {
            string related = string.Join(", ", Related.Select(static one => $"{one.Type} {one.Id}"));
            text.WriteLine(
                CommandFilter.Apply(
                    TerminalSanitizer.Of($"{Resource.Type} {Resource.Id} {Action}{(related.Length > 0 ? $": {related}" : string.Empty)}")
                )
            );
        }

        text.Flush();
    }

    private void WriteJson(TextWriter text)
    {
        using JsonTextWriter json = new(text) { CloseOutput = false, Formatting = Formatting.Indented };
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
