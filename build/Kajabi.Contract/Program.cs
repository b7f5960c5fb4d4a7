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

// Schemas refer to each other as deep as a contract likes, and the code follows them recursively.
const int StackBytes = 256 * 1024 * 1024;
int exitCode = ExitCode.Unreadable;
Thread thread = new(() => exitCode = Invoke(parsed), StackBytes);
thread.Start();
thread.Join();
return parsed.Errors.Count > 0 ? Math.Max(exitCode, ExitCode.WrongUse) : exitCode;

static int Invoke(ParseResult parsed)
{
    try
    {
        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).GetAwaiter().GetResult();
    }
    catch (Exception exception) when (exception is not OperationCanceledException)
    {
        return Failure.Report(exception, Console.Error);
    }
}
