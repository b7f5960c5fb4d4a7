using System.CommandLine;
using Kajabi.Cli.Operations;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Options;

/// <summary>The options that <c>create</c> and <c>update</c> share.</summary>
internal sealed class WriteOptions
{
    private readonly Argument<string> _type;
    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "name=value",
        Description =
            "Set an attribute to a text value, or to true, false or a number if that is the type of the attribute. Custom fields are "
            + "custom_1 and so on; 'kajabi explain <type>' lists the others. Can be given multiple times.",
    };
    private readonly Option<string[]> _setJson = new("--set-json")
    {
        HelpName = "name=json",
        Description = "Set an attribute to a JSON value: null, an array or an object. Can be given multiple times.",
    };
    private readonly Option<string[]> _relate = new("--relate")
    {
        HelpName = "name=id",
        Description = "Set a relationship, such as site=1. Can be given multiple times.",
    };

    /// <param name="types">The resource types that the command accepts.</param>
    public WriteOptions(IReadOnlyList<string> types)
    {
        _type = TypeArgument.Create(types);
    }

    /// <summary>The argument for the resource type.</summary>
    public Argument Type => _type;

    /// <summary>All options.</summary>
    public IReadOnlyList<Option> All => [_set, _setJson, _relate];

    /// <summary>Returns the attributes and relationships to write.</summary>
    /// <exception cref="UsageException">An option has an invalid format, or an attribute is set twice.</exception>
    public WriteRequest Read(ParseResult result)
    {
        WriteRequest request = new(
            TypeArgument.Read(result, _type),
            [.. KeyValueOption.Read(result, _set)],
            [
                .. KeyValueOption
                    .Read(result, _setJson)
                    .Select(static pair => KeyValuePair.Create(pair.Key, ParseJson(pair.Key, pair.Value))),
            ],
            KeyValueOption.Read(result, _relate).ToLookup(static pair => pair.Key, static pair => pair.Value.Trim())
        );
        string? duplicate = request
            .Texts.Select(static pair => pair.Key)
            .Concat(request.Values.Select(static pair => pair.Key))
            .GroupBy(static name => name)
            .FirstOrDefault(static group => group.Count() > 1)
            ?.Key;
        if (duplicate is not null)
        {
            throw new UsageException($"'{duplicate}' is set twice. Omit one of the options.");
        }

        string? empty = request.Related.FirstOrDefault(static related => related.Any(string.IsNullOrEmpty))?.Key;
        return empty is null
            ? request
            : throw new UsageException($"--relate {empty} is given without an id. Add the id or omit the option.");
    }

    private static JToken ParseJson(string name, string text)
    {
        try
        {
            return StrictJson.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            throw new UsageException($"--set-json {name} requires one JSON value; '{text}' is not. Use --set {name}={text} for text.");
        }
        catch (FormatException exception)
        {
            throw new UsageException($"--set-json {name}: {exception.Message}");
        }
    }
}
