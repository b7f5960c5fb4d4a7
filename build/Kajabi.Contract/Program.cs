using System.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;

RootCommand root = new("Checks and updates the OpenAPI document of Kajabi's Public API.")
{
    ComposeCommand.Create(),
    LintCommand.Create(),
    DriftCommand.Create(),
    ImpactCommand.Create(),
    UpdateCommand.Create(),
    PayloadsCommand.Create(),
    LiveCommand.Create(),
};

// A message that cannot be written must not change the exit code.
Console.SetError(BestEffortStream.CreateError());

// A file name may start with @, so response files are disabled: their content would be printed.
ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (UsageErrors.Format(parsed) is { Count: > 0 } usageErrors)
{
    usageErrors.ForEach(Console.Error.WriteLine);
    return ExitCode.UsageError;
}

// The code follows nested schemas recursively, so it needs a large stack.
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
        Console.Error.WriteLine("kajabi-contract: Canceled. Nothing was checked.");
        return ExitCode.Canceled;
    }
    catch (Exception exception)
    {
        return UnexpectedError.Report(exception, Console.Error);
    }
}
