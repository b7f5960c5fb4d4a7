using System.CommandLine;

namespace Kajabi.Cli.Options;

/// <summary>The argument for a resource type, with completion.</summary>
internal static class TypeArgument
{
    public static Argument<string> Create(IReadOnlyList<string> types)
    {
        Argument<string> type = new("type") { HelpName = "type", Description = $"The JSON:API resource type: {string.Join(", ", types)}." };
        type.CompletionSources.Add([.. types]);
        return type;
    }
}
