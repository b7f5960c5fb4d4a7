using System.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;

RootCommand root = new("Works on the contract of Kajabi's Public API.")
{
    ComposeCommand.Create(),
    LintCommand.Create(),
    DriftCommand.Create(),
    ImpactCommand.Create(),
    UpdateContractCommand.Create(),
    PayloadsCommand.Create(),
    LiveCommand.Create(),
};

// A message that cannot be written changes nothing about the exit code.
Console.SetError(BestEffortStream.CreateError());

// The name of a file may begin with @, so no file of options is read and printed.
ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (UsageErrors.Of(parsed) is { Count: > 0 } usageErrors)
{
    usageErrors.ForEach(Console.Error.WriteLine);
    return ExitCode.UsageError;
}

// Schemas refer to each other as deep as a contract likes, and the code follows them recursively.
const int StackBytes = 256 * 1024 * 1024;
int exitCode = ExitCode.Unreadable;
Thread thread = new(() => exitCode = Invoke(parsed), StackBytes);
thread.Start();
thread.Join();
return exitCode;

static int Invoke(ParseResult parsed)
{
    try
    {
        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).GetAwaiter().GetResult();
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("kajabi-contract: Cancelled. Nothing was checked.");
        return ExitCode.Cancelled;
    }
    catch (Exception exception)
    {
        return Failure.Report(exception, Console.Error);
    }
}
