using Kajabi.Cli.Output;
using Newtonsoft.Json;

namespace Kajabi.Cli.Sync;

/// <summary>The result of a run. Contains no credentials.</summary>
/// <param name="Database">The name of the database.</param>
/// <param name="Types">The results of the resource types.</param>
internal sealed record SyncSummary(string Database, IReadOnlyList<TypeResult> Types) : ICommandResult
{
    public void WriteText(Terminal terminal)
    {
        foreach (TypeResult type in Types)
        {
            terminal.Out.WriteLine(type.Describe());
        }
    }

    public void WriteJson(TextWriter text) => JsonLine.Write(text, Formatting.Indented, WriteJson);

    private void WriteJson(JsonTextWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("database");
        json.WriteValue(Database);
        json.WritePropertyName("types");
        json.WriteStartArray();
        foreach (TypeResult type in Types)
        {
            json.WriteStartObject();
            json.WritePropertyName("type");
            json.WriteValue(type.Type);
            json.WritePropertyName("mode");
            json.WriteValue(type.Mode.ToString().ToLowerInvariant());
            foreach (
                (string name, long count) in new[]
                {
                    ("read", type.Counts.Read),
                    ("added", type.Counts.Added),
                    ("changed", type.Counts.Changed),
                    ("deleted", type.Counts.Deleted),
                }
            )
            {
                json.WritePropertyName(name);
                json.WriteValue(count);
            }

            json.WritePropertyName("complete");
            json.WriteValue(type.IsComplete);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
