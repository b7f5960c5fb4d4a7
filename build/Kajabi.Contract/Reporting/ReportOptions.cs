using System.CommandLine;

namespace Kajabi.Contract.Reporting;

/// <summary>The options that every reporting command has.</summary>
internal sealed class ReportOptions
{
    private readonly Option<ReportFormat> _format = new("--format")
    {
        Description = "text, json, markdown, github (annotations) or junit.",
        DefaultValueFactory = static _ => ReportFormat.Text,
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "Where to write the report; standard output when left out.",
    };

    private readonly Option<FailOn> _failOn = new("--fail-on")
    {
        Description = "any, breaking or none: the level at which findings make the command exit with 1.",
        DefaultValueFactory = static _ => FailOn.Any,
    };

    private readonly Option<string?> _accepted = new("--accepted")
    {
        Description = "The accepted findings; accepted-drift.yaml beside the contract when left out, if it is there.",
    };

    /// <summary>Gives a command these options.</summary>
    public static ReportOptions AddTo(Command command)
    {
        ReportOptions options = new();
        options._format.AcceptOnlyFromAmong("text", "json", "markdown", "github", "junit");
        options._failOn.AcceptOnlyFromAmong("any", "breaking", "none");
        command.Options.Add(options._format);
        command.Options.Add(options._output);
        command.Options.Add(options._failOn);
        command.Options.Add(options._accepted);
        return options;
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="contract">The contract whose folder may hold the accepted findings.</param>
    public ReportSettings Read(ParseResult parsed, string contract) =>
        new(
            parsed.GetValue(_format),
            parsed.GetValue(_output),
            parsed.GetValue(_failOn),
            parsed.GetValue(_accepted) ?? AcceptedFindings.Beside(contract)
        );
}
