using System.CommandLine;
using Kajabi.Contract.Drift;
using Kajabi.Contract.Drift.Rules;
using Kajabi.Contract.Reading;
using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Commands;

/// <summary><c>drift</c>: what changed on the wire between two versions of a contract.</summary>
internal static class DriftCommand
{
    public static Command Create()
    {
        Argument<string> before = new("base") { Description = "The OpenAPI document that callers rely on." };
        Argument<string> after = new("revision") { Description = "The one that is to take its place." };
        Command command = new("drift", "Compare two contracts by what they mean on the wire.") { before, after };
        ReportOptions options = ReportOptions.AddTo(command);
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(before)!,
                parsed.GetValue(after)!,
                options.Read(parsed, parsed.GetValue(before)!),
                Console.Out,
                Console.Error,
                ConsoleColorSupport.IsWanted
            )
        );
        return command;
    }

    internal static int Run(
        string before,
        string after,
        ReportSettings settings,
        TextWriter output,
        TextWriter errors,
        bool isTerminal = false
    ) =>
        ReportRun.Run(
            settings,
            RuleTable.Ids,
            () => DriftComparison.Compare(SourceFile.Load(before), SourceFile.Load(after)),
            output,
            errors,
            isTerminal
        );
}
