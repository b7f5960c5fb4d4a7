using System.CommandLine;
using Kajabi.Contract.Configuration;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Sources;

namespace Kajabi.Contract.Commands;

/// <summary>The options of all commands that write a report.</summary>
internal sealed class ReportOptions
{
    private readonly Option<ReportFormat> _format = new("--format")
    {
        Description = "text, json, markdown, github (annotations), junit or html (a page).",
        DefaultValueFactory = static _ => ReportFormat.Text,
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "The file to write the report to. Default: standard output.",
    };

    private readonly Option<FailOn> _failOn = new("--fail-on")
    {
        Description = "any, breaking or none: the findings for which the command exits with 1.",
        DefaultValueFactory = static _ => FailOn.Any,
    };

    private readonly Option<string?> _configuration = new("--config", "--accepted")
    {
        Description =
            $"Severities, path filters and accepted findings. Default: {CheckConfiguration.FileName} beside the document, else "
            + $"openapi/{CheckConfiguration.FileName}, if it exists.",
    };

    /// <summary>Adds the options to a command.</summary>
    public static ReportOptions AddTo(Command command)
    {
        ReportOptions options = new();
        options._format.AcceptOnlyFromAmong("text", "json", "markdown", "github", "junit", "html");
        options._failOn.AcceptOnlyFromAmong("any", "breaking", "none");
        command.Options.Add(options._format);
        command.Options.Add(options._output);
        command.Options.Add(options._failOn);
        command.Options.Add(options._configuration);
        return options;
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="contract">The OpenAPI document beside which the configuration file is searched.</param>
    public ReportSettings Read(ParseResult parsed, string contract) =>
        new(
            parsed.GetValue(_format),
            parsed.GetValue(_output),
            parsed.GetValue(_failOn),
            parsed.GetValue(_configuration) ?? CheckConfiguration.Find(DocumentSource.LocalPath(contract))
        );
}
