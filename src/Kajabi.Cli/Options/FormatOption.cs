using System.CommandLine;

namespace Kajabi.Cli.Options;

/// <summary>The option <c>--output</c> of a command, which chooses the format of its result.</summary>
internal sealed class FormatOption
{
    private readonly Dictionary<string, OutputFormat> _formats;

    /// <param name="details">What the help text states about formats other than JSON. May be empty.</param>
    /// <param name="formats">The formats of the command. The first one is the default.</param>
    public FormatOption(string details, params IReadOnlyList<OutputFormat> formats)
    {
        _formats = formats.ToDictionary(GetName);
        Option = new Option<string>("--output")
        {
            HelpName = string.Join('|', _formats.Keys),
            Description = $"The format of the output. json is the same as --json. {details}Default: {_formats.Keys.First()}.",
        };
        Option.CompletionSources.Add([.. _formats.Keys]);
    }

    public Option<string> Option { get; }

    /// <summary>Returns the format.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="isJson">Whether <c>--json</c> is given.</param>
    /// <exception cref="UsageException">The command does not have the format, or there are two.</exception>
    public OutputFormat Read(ParseResult result, bool isJson)
    {
        string[] names = [.. _formats.Keys];
        string name = result.GetValue(Option) ?? (isJson ? GetName(OutputFormat.Json) : names[0]);
        if (!_formats.TryGetValue(name, out OutputFormat format))
        {
            throw new UsageException(
                $"--output must be {string.Join(", ", names[..^1])} or {names[^1]}; '{name}' is not. {DidYouMean.Suggest(name, names)}"
            );
        }

        return isJson && format != OutputFormat.Json
            ? throw new UsageException("--json and --output are two formats. Omit one of them.")
            : format;
    }

    private static string GetName(OutputFormat format) =>
        format switch
        {
            OutputFormat.Json => "json",
            OutputFormat.Csv => "csv",
            _ => "table",
        };
}
