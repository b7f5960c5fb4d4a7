using System.CommandLine;

namespace Kajabi.Composer.CommandLine;

/// <summary>Runs a command-line program that reads OpenAPI documents.</summary>
internal static class CommandRunner
{
    // The code follows nested schemas recursively, so it needs a large stack.
    private const int StackBytes = 256 * 1024 * 1024;

    /// <param name="root">The commands.</param>
    /// <param name="arguments">The arguments of the program.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(RootCommand root, string[] arguments)
    {
        // A message that cannot be written must not change the exit code.
        Console.SetError(BestEffortStream.CreateError());

        // A file name may start with @, so response files are disabled: their content would be printed.
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (UsageErrors.Format(parsed) is { Count: > 0 } usageErrors)
        {
            usageErrors.ForEach(Console.Error.WriteLine);
            return ExitCode.UsageError;
        }

        int exitCode = ExitCode.Unreadable;
        Thread thread = new(() => exitCode = Invoke(parsed), StackBytes);
        thread.Start();
        thread.Join();
        return exitCode;
    }

    private static int Invoke(ParseResult parsed)
    {
        try
        {
            return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"{ProgramName.Value}: Canceled. Nothing was checked.");
            return ExitCode.Canceled;
        }
        catch (Exception exception)
        {
            return UnexpectedError.Report(exception, Console.Error);
        }
    }
}
