using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>Reads the members of a body, and detects those that are unknown.</summary>
/// <param name="members">The JSON object.</param>
internal sealed class ControlBody(JsonObject members)
{
    /// <summary>The longest duration in seconds: a thousand years.</summary>
    private const double MaxSeconds = 31_536_000_000;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <exception cref="ControlException">The value is not a string.</exception>
    public string? GetText(string name) =>
        Find(name) switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out string? text) => text,
            { } value => throw Invalid(name, "a string", value),
        };

    /// <exception cref="ControlException">The member is missing, or its value is not a string.</exception>
    public string GetRequiredText(string name) => GetText(name) ?? throw Missing(name);

    /// <exception cref="ControlException">The value is not true or false.</exception>
    public bool GetFlag(string name) => GetOptionalFlag(name) == true;

    /// <exception cref="ControlException">The value is not true or false.</exception>
    public bool? GetOptionalFlag(string name) =>
        Find(name) switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out bool flag) => flag,
            { } value => throw Invalid(name, "true or false", value),
        };

    /// <exception cref="ControlException">The value is not a whole number of the range.</exception>
    public int? GetNumber(string name, int min, int max = int.MaxValue) =>
        Find(name) switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out int number) && number >= min && number <= max => number,
            { } value => throw Invalid(name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}"), value),
        };

    /// <summary>Returns a duration, which is a number of seconds that may have a fraction.</summary>
    /// <exception cref="ControlException">The value is not a number from 0 to the seconds of a thousand years.</exception>
    public TimeSpan? GetSeconds(string name) =>
        Find(name) switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out double seconds) && seconds is >= 0 and <= MaxSeconds => TimeSpan.FromSeconds(
                seconds
            ),
            { } value => throw Invalid(
                name,
                string.Create(CultureInfo.InvariantCulture, $"a number of seconds from 0 to {MaxSeconds:F0}"),
                value
            ),
        };

    /// <exception cref="ControlException">The member is missing, or its value is not a number of seconds.</exception>
    public TimeSpan GetRequiredSeconds(string name) => GetSeconds(name) ?? throw Missing(name);

    /// <exception cref="ControlException">The member is missing, or its value is not a number of seconds above 0.</exception>
    public TimeSpan GetDelay(string name) =>
        GetRequiredSeconds(name) is var delay && delay > TimeSpan.Zero
            ? delay
            : throw new ControlException($"The member '{name}' must be a number of seconds above 0.");

    /// <exception cref="ControlException">The value is not a list of strings.</exception>
    public IReadOnlyList<string>? GetTexts(string name) =>
        Find(name) switch
        {
            null => null,
            JsonArray list when list.All(static item => item?.GetValueKind() == JsonValueKind.String) =>
            [
                .. list.Select(static item => item!.GetValue<string>()),
            ],
            { } value => throw Invalid(name, "a list of strings", value),
        };

    /// <exception cref="ControlException">The member is missing, or its value is not a list of strings.</exception>
    public IReadOnlyList<string> GetRequiredTexts(string name, string description) => GetTexts(name) ?? throw Missing(name, description);

    /// <exception cref="ControlException">The value is not a list of objects.</exception>
    public IReadOnlyList<ControlBody>? GetObjects(string name) =>
        Find(name) switch
        {
            null => null,
            JsonArray list when list.All(static item => item is JsonObject) =>
            [
                .. list.Select(static item => new ControlBody((JsonObject)item!)),
            ],
            { } value => throw Invalid(name, "a list of objects", value),
        };

    /// <summary>Checks that all members were read.</summary>
    /// <exception cref="ControlException">A member is unknown.</exception>
    public void RejectOthers()
    {
        foreach ((string name, _) in members)
        {
            if (!_known.Contains(name))
            {
                string suggestion = DidYouMean.FindSimilar(name, [.. _known]) is [var similar, ..]
                    ? $" Did you mean {similar}?"
                    : string.Empty;
                throw new ControlException(
                    $"The member '{name}' is unknown here. The members are: {string.Join(", ", _known.Order(StringComparer.Ordinal))}."
                        + suggestion
                );
            }
        }
    }

    /// <summary>Creates the error of a missing member, which names one that was probably meant.</summary>
    public ControlException Missing(string name, string? description = null)
    {
        string[] unknown = [.. members.Select(static member => member.Key).Where(other => !_known.Contains(other))];
        return unknown.FirstOrDefault(other => DidYouMean.FindSimilar(other, [name]).Count > 0) is { } similar
            ? new ControlException($"The member '{similar}' is unknown here. Did you mean {name}?")
            : new ControlException($"The member '{name}' is missing{(description is null ? string.Empty : $", {description}")}.");
    }

    private JsonNode? Find(string name)
    {
        _known.Add(name);
        return members[name];
    }

    private static ControlException Invalid(string name, string expected, JsonNode value) =>
        new($"The member '{name}' must be {expected}; {Shorten(value.ToJsonString())} is not.");

    private static string Shorten(string json) => json.Length <= 80 ? json : $"{json[..80]}...";
}
