using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Tests.Mutations;

/// <summary>A change outside of schemas, in both directions.</summary>
/// <param name="Name">The name of the change.</param>
/// <param name="Before">Creates the first document; null for the unchanged document.</param>
/// <param name="After">Creates the second document.</param>
/// <param name="Forward">The expected findings, one per line: <c>id severity direction METHOD path @ location</c>.</param>
/// <param name="Reverse">The expected findings of the reverse change.</param>
internal sealed record OperationEdit(string Name, Action<JObject>? Before, Action<JObject> After, string Forward, string Reverse)
{
    public static IReadOnlyList<OperationEdit> All { get; } =
    [
        .. MessageEdits.Parameters,
        .. MessageEdits.Bodies,
        .. MessageEdits.Responses,
        .. OperationEdits.Operations,
        .. OperationEdits.Security,
        .. OperationEdits.ServersAndEvents,
    ];

    public IEnumerable<Mutation> InBothDirections() =>
        [new(Name, Before ?? Nothing, After, Read(Forward)), new($"{Name}, reversed", After, Before ?? Nothing, Read(Reverse))];

    private static void Nothing(JObject root)
    {
        // The document is unchanged.
    }

    private static IReadOnlyList<Expected> Read(string findings) =>
        [.. findings.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadOne)];

    private static Expected ReadOne(string finding)
    {
        string[] halves = finding.Split(" @", 2);
        string[] parts = halves[0].Split(' ', 4, StringSplitOptions.TrimEntries);
        return new Expected(parts[0], parts[1], parts.Length > 3 ? parts[3] : string.Empty, parts[2], halves[1].Trim());
    }
}
