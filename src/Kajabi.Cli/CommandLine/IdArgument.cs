using System.CommandLine;

namespace Kajabi.Cli.CommandLine;

/// <summary>The id of one resource.</summary>
internal static class IdArgument
{
    public static Argument<string> Create(string description = "The id of the resource.") => new("id") { Description = description };

    /// <exception cref="UsageException">The id would make the path mean something else.</exception>
    public static string Read(ParseResult result, Argument<string> argument)
    {
        string id = result.GetRequiredValue(argument);
        return string.IsNullOrWhiteSpace(id) || id is "." or ".." || id.Any(char.IsControl)
            ? throw new UsageException("The id is empty or no id. Give the id of one resource, or use 'kajabi list' to see them.")
            : id;
    }
}
