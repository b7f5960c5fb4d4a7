using System.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;

RootCommand root = new("Works on the contract of Kajabi's Public API.")
{
    ComposeCommand.Create(),
    LintCommand.Create(),
    DriftCommand.Create(),
    ImpactCommand.Create(),
    TakeCommand.Create(),
    PayloadsCommand.Create(),
    LiveCommand.Create(),
};
ParseResult parsed = root.Parse(args);
int exitCode = await parsed.InvokeAsync().ConfigureAwait(false);
return parsed.Errors.Count > 0 ? Math.Max(exitCode, ExitCode.WrongUse) : exitCode;
