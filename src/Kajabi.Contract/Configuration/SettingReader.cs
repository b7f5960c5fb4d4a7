using Kajabi.Contract.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Configuration;

/// <summary>Reads settings. A setting that is unknown or invalid is an error, because the check would ignore it.</summary>
/// <param name="path">The path of the file.</param>
internal sealed class SettingReader(string path)
{
    public void RequireOnly(JObject map, string[] names)
    {
        if (map.Properties().FirstOrDefault(property => !names.Contains(property.Name)) is { } unknown)
        {
            string allowed = string.Join(", ", names.Select(static name => $"`{name}`"));
            throw Failure(unknown, $"`{unknown.Name}` is not a setting. Allowed here: {allowed}.");
        }
    }

    public void RequireRule(JToken at, string id)
    {
        if (RuleCatalog.Find(id) is null)
        {
            throw Failure(at, $"There is no rule `{id}`. `kajabi-contract rules` lists the rules.");
        }
    }

    public JObject Map(JObject map, string name) =>
        map[name] switch
        {
            JObject value => value,
            null or { Type: JTokenType.Null } => [],
            { } other => throw Failure(other, $"`{name}` must be a mapping."),
        };

    public JArray List(JObject map, string name) =>
        map[name] switch
        {
            JArray value => value,
            null or { Type: JTokenType.Null } => [],
            { } other => throw Failure(other, $"`{name}` must be a list."),
        };

    public string Text(JObject map, string name) =>
        map[name] is JValue { Value: string text } && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw Failure(map[name] ?? map, $"A text `{name}` is required here.");

    public string OneOf(JObject map, string name, string[] values) =>
        map[name] is JValue { Value: string text } && values.Contains(text)
            ? text
            : throw Failure(map[name] ?? map, $"`{name}` must be one of {string.Join(", ", values)}.");

    public IReadOnlyList<OperationPattern> Patterns(JObject map, string name) =>
        [
            .. List(map, name)
                .Select(entry =>
                    entry is JValue { Value: string text } && OperationPattern.CanMatch(text)
                        ? new OperationPattern(text)
                        : throw Failure(
                            entry,
                            $"`{entry}` matches no operation. Each entry of `{name}` must be a path such as /v1/hooks*, "
                                + "after an upper-case method if any."
                        )
                ),
        ];

    public UnreadableFileException Failure(JToken at, string problem)
    {
        SourcePosition position = SourcePosition.From(path, at);
        return new UnreadableFileException(path, position.Line, position.Column, problem);
    }
}
