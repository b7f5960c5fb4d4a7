using System.CommandLine;

namespace Kajabi.Cli.Options;

/// <summary>The argument for the id of a resource.</summary>
internal static class IdArgument
{
    public static Argument<string> Create(string description = "The id of the resource.") => new("id") { Description = description };

    /// <exception cref="UsageException">The id is empty or would change the path of the request.</exception>
    public static string Read(ParseResult result, Argument<string> argument) => Validate(result.GetRequiredValue(argument));

    /// <exception cref="UsageException">The id is empty or would change the path of the request.</exception>
    public static string Validate(string id) =>
        string.IsNullOrWhiteSpace(id) || id is "." or ".." || id.Any(char.IsControl)
            ? throw new UsageException("The id is empty or invalid. Specify the id of one resource; 'kajabi list' shows ids.")
            : id;
}
