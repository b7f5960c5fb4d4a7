using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Data;

/// <summary>The depth of attributes: readers of JSON accept 64 levels, four of which a document has around an attribute.</summary>
internal static class NestingLimit
{
    private const int MaxDepth = 60;

    /// <summary>Returns what is wrong with an attribute that is nested too deep; null if none is.</summary>
    public static string? FindProblem(JsonObject attributes) =>
        attributes.FirstOrDefault(static attribute => IsDeeper(attribute.Value, MaxDepth)).Key is { } name
            ? $"the attribute {name} has more than {MaxDepth} levels, which no response can contain."
            : null;

    private static bool IsDeeper(JsonNode? node, int levels) =>
        node switch
        {
            JsonObject or JsonArray when levels == 0 => true,
            JsonObject members => members.Any(member => IsDeeper(member.Value, levels - 1)),
            JsonArray items => items.Any(item => IsDeeper(item, levels - 1)),
            _ => false,
        };
}
