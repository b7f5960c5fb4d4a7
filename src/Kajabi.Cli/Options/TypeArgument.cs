using System.CommandLine;

namespace Kajabi.Cli.Options;

/// <summary>The argument for a resource type, with completion.</summary>
internal static class TypeArgument
{
    public static Argument<string> Create(IReadOnlyList<string> types)
    {
        Argument<string> type = new("type")
        {
            HelpName = "type",
            Description = $"The JSON:API resource type, in the plural or singular: {string.Join(", ", types)}.",
        };
        type.CompletionSources.Add([.. types]);
        return type;
    }

    /// <summary>Returns the name of the type in the API, or the text if no type has the name.</summary>
    public static string Read(ParseResult result, Argument<string> argument) => ResourceTypeName.Resolve(result.GetRequiredValue(argument));
}
