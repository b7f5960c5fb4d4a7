using System.Text.RegularExpressions;
using Kajabi.Composer.JsonPath;
using Kajabi.Composer.JsonPath.Parsing;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Composer.Overlay;

/// <summary>Reads the actions of an OpenAPI Overlay 1.0 document, and reports everything that is not allowed in it.</summary>
/// <param name="overlay">The overlay.</param>
/// <param name="findings">Collects the errors.</param>
internal sealed partial class OverlayReader(SourceFile overlay, FindingCollector findings)
{
    /// <summary>The number of findings after which the rest of the overlay is not checked.</summary>
    private const int MaxFindings = 100;

    private int _findingCount;

    /// <summary>Returns the actions; null if the overlay is malformed, so that none of them may be applied.</summary>
    public IReadOnlyList<ActionObject>? Read()
    {
        if (overlay.Root["overlay"] is not JValue { Value: string version })
        {
            Report(overlay.Root, "The overlay must contain `overlay: 1.0.0`, `info` and a list of `actions`.");
            return null;
        }

        if (!SupportedVersion().IsMatch(version))
        {
            Report(overlay.Root["overlay"]!, $"The version `{version}` of the overlay is not supported. Use a version `1.0.x`.");
            return null;
        }

        foreach (DuplicateKey key in overlay.DuplicateKeys.Take(MaxFindings))
        {
            _findingCount++;
            findings.Add(
                ComposerRules.MalformedOverlay,
                new FindingLocation(string.Empty, key.Path) { Position = new SourcePosition(overlay.Path, key.Line, key.Column) },
                $"The key `{key.Name}` occurs more than once in the same mapping."
            );
        }

        CheckFields(overlay.Root, "The overlay", OverlayField.Root);
        if (overlay.Root["info"] is JObject info)
        {
            CheckFields(info, "The `info` of the overlay", OverlayField.Info);
        }

        IReadOnlyList<ActionObject> actions = ReadActions(overlay.Root["actions"] as JArray ?? []);
        return _findingCount == 0 ? actions : null;
    }

    private List<ActionObject> ReadActions(JArray list)
    {
        List<ActionObject> actions = [];
        HashSet<string> known = [];
        if (list is { Count: 0, Parent: not null })
        {
            Report(list, "The overlay must contain at least one action.");
        }

        foreach (JToken item in list.TakeWhile(_ => _findingCount < MaxFindings))
        {
            if (ReadAction(item) is not { } action)
            {
                continue;
            }

            if (!known.Add(CanonicalJson.Format(item)))
            {
                Report(item, $"The action with the target `{action.Target}` occurs more than once. Remove the duplicate.");
            }

            actions.Add(action);
        }

        return actions;
    }

    private ActionObject? ReadAction(JToken item)
    {
        if (item is not JObject action)
        {
            Report(item, "An item of `actions` is not an object.");
            return null;
        }

        CheckFields(action, "The action", OverlayField.Action);
        if (action["target"] is not JValue { Value: string target })
        {
            return null;
        }

        try
        {
            // The specification itself has an example with `@.x-oai-traits`.
            return new ActionObject(action, target, JsonPathQuery.Parse(target, allowHyphens: true));
        }
        catch (JsonPathSyntaxException exception)
        {
            Report(action, $"The target `{target}` is not a JSONPath expression (RFC 9535): {exception.Message}.");
            return null;
        }
    }

    private void CheckFields(JObject parent, string name, IReadOnlyList<OverlayField> fields)
    {
        foreach (OverlayField field in fields)
        {
            JToken? value = parent[field.Name];
            if (value is null && field.IsRequired)
            {
                Report(parent, $"{name} must have `{field.Name}`.");
            }
            else if (value is not null && field.Type is { } type && value.Type != type)
            {
                Report(value, $"{name} has a `{field.Name}` that is not {field.TypeName}.");
            }
        }

        IEnumerable<JProperty> unknown = parent
            .Properties()
            .Where(member => !member.Name.StartsWith("x-", StringComparison.Ordinal) && fields.All(field => field.Name != member.Name));
        foreach (JProperty member in unknown.TakeWhile(_ => _findingCount < MaxFindings))
        {
            Report(member, $"{name} must not have `{member.Name}`. The names of extensions start with `x-`.");
        }
    }

    private void Report(JToken token, string problem)
    {
        _findingCount++;
        findings.Add(ComposerRules.MalformedOverlay, token, problem, overlay.Path);
    }

    [GeneratedRegex(@"\A1\.0\.[0-9]+(-.+)?\z")]
    private static partial Regex SupportedVersion();
}
