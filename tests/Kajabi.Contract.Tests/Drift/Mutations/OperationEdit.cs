using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Drift.Mutations;

/// <summary>A change outside of schemas, there and back.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Before">Makes the one contract; null leaves ours as it is.</param>
/// <param name="After">Makes the other.</param>
/// <param name="Forth">A finding per line: <c>id severity direction METHOD path @ location</c>.</param>
/// <param name="Back">The same for the way back.</param>
internal sealed record OperationEdit(string Name, Action<JObject>? Before, Action<JObject> After, string Forth, string Back)
{
    public IEnumerable<Mutation> BothWays() =>
        [new(Name, Before ?? Nothing, After, Read(Forth)), new($"{Name}, undone", After, Before ?? Nothing, Read(Back))];

    private static void Nothing(JObject root)
    {
        // Ours as it is.
    }

    private static IReadOnlyList<Expected> Read(string findings) =>
        [.. findings.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadOne)];

    private static Expected ReadOne(string finding)
    {
        string[] halves = finding.Split(" @", 2);
        string[] words = halves[0].Split(' ', 4, StringSplitOptions.TrimEntries);
        return new Expected(words[0], words[1], words.Length > 3 ? words[3] : string.Empty, words[2], halves[1].Trim());
    }
}
