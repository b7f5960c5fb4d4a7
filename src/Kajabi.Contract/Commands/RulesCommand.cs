using System.CommandLine;
using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Rules;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Commands;

/// <summary><c>rules</c>: lists the rules of all checks.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        Argument<string?> id = new("id") { Description = "The id of a rule. Default: all rules.", Arity = ArgumentArity.ZeroOrOne };
        Command command = new("rules", "List the rules of all checks with their severities and remedies.") { id };
        command.SetAction(parsed => Run(parsed.GetValue(id), Console.Out, Console.Error));
        return command;
    }

    internal static int Run(string? id, TextWriter output, TextWriter errors)
    {
        if (id is null)
        {
            output.Write(
                string.Concat(
                    RuleCatalog
                        .All.OrderBy(static rule => rule.Id, StringComparer.Ordinal)
                        .Select(static rule => $"{RuleFormatter.Format(rule)}\n")
                )
            );
            return ExitCode.Clean;
        }

        if (RuleCatalog.Find(id) is { } found)
        {
            output.Write($"{RuleFormatter.Format(found)}\n");
            return ExitCode.Clean;
        }

        errors.WriteLine($"{ProgramName.Value}: There is no rule `{ConsoleText.Line(id)}`. Omit the id to list all rules.");
        return ExitCode.UsageError;
    }
}
