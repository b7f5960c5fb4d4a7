namespace Kajabi.Contract.Reporting;

/// <summary>Reports an exception that no command expected, so that its exit code is never taken for a finding.</summary>
internal static class Failure
{
    /// <summary>The environment variable that adds the stack trace.</summary>
    private const string DebugVariable = "KAJABI_CONTRACT_DEBUG";

    /// <returns>The exit code for a check that failed.</returns>
    public static int Report(Exception exception, TextWriter errors)
    {
        bool isDebugging = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(DebugVariable));
        errors.WriteLine(
            ConsoleText.Line(
                $"kajabi-contract: Nothing was checked. The command failed unexpectedly ({exception.GetType().Name}: {exception.Message})"
            )
        );
        errors.WriteLine(isDebugging ? ConsoleText.Lines(exception.ToString()) : $"Set {DebugVariable}=1 for the stack trace.");
        return ExitCode.Unreadable;
    }
}
