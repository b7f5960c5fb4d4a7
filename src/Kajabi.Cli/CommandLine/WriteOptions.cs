using System.CommandLine;
using Kajabi.Cli.Endpoints;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.CommandLine;

/// <summary>What <c>create</c> and <c>update</c> have in common.</summary>
internal sealed class WriteOptions
{
    private readonly Argument<string> _type;
    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "name=value",
        Description =
            "An attribute and its value, as text; true, false and numbers where the attribute takes them. Custom fields are custom_1 and so on. Repeat it for more.",
    };
    private readonly Option<string[]> _setJson = new("--set-json")
    {
        HelpName = "name=json",
        Description = "An attribute and its value as JSON: null, a list, an object.",
    };
    private readonly Option<string[]> _relate = new("--relate")
    {
        HelpName = "name=id",
        Description = "A related resource, such as site=1. Repeat it for more.",
    };
    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print the resource that is stored as one JSON object. Nothing else goes to standard output.",
    };

    /// <param name="types">The types that the command takes.</param>
    public WriteOptions(IReadOnlyList<string> types)
    {
        _type = new Argument<string>("type")
        {
            HelpName = "type",
            Description = $"The resource type on the wire: {string.Join(", ", types)}.",
        };
        _type.CompletionSources.Add([.. types]);
    }

    public void AddTo(Command command)
    {
        command.Add(_type);
        command.Add(_set);
        command.Add(_setJson);
        command.Add(_relate);
        command.Add(_json);
    }

    public bool IsJson(ParseResult result) => result.GetValue(_json);

    /// <summary>What the user wants to write.</summary>
    /// <exception cref="UsageException">An option is not of its form, or an attribute is said twice.</exception>
    public WriteRequest Read(ParseResult result)
    {
        WriteRequest request = new(
            result.GetRequiredValue(_type),
            [.. KeyValueOption.Read(result, _set)],
            [.. KeyValueOption.Read(result, _setJson).Select(static pair => KeyValuePair.Create(pair.Key, Json(pair.Key, pair.Value)))],
            KeyValueOption.Read(result, _relate).ToLookup(static pair => pair.Key, static pair => pair.Value.Trim())
        );
        string? twice = request
            .Texts.Select(static pair => pair.Key)
            .Concat(request.Values.Select(static pair => pair.Key))
            .GroupBy(static name => name)
            .FirstOrDefault(static group => group.Count() > 1)
            ?.Key;
        if (twice is not null)
        {
            throw new UsageException($"'{twice}' is set twice. Keep one of them.");
        }

        string? empty = request.Related.FirstOrDefault(static related => related.Any(string.IsNullOrEmpty))?.Key;
        return empty is null
            ? request
            : throw new UsageException($"--relate {empty} is given without an id. Add it, or leave the option out.");
    }

    private static JToken Json(string name, string text)
    {
        try
        {
            return StrictJson.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            throw new UsageException(
                $"--set-json {name} takes one JSON value, and '{text}' is none. Write --set {name}={text} for a text."
            );
        }
        catch (FormatException exception)
        {
            throw new UsageException($"--set-json {name}: {exception.Message}");
        }
    }
}
