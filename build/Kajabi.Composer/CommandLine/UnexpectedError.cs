using OpenApi.Documents.Findings;

namespace Kajabi.Composer.CommandLine;

/// <summary>Reports an unexpected exception with an exit code that differs from the code for findings.</summary>
internal static class UnexpectedError
{
    /// <summary>The environment variable that enables stack traces.</summary>
    private const string DebugVariable = "KAJABI_CONTRACT_DEBUG";

    /// <returns>The exit code for a check that failed to run.</returns>
    public static int Report(Exception exception, TextWriter errors)
    {
        bool isDebugging = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(DebugVariable));
        errors.WriteLine(
            ConsoleText.Line(
                $"{ProgramName.Value}: Nothing was checked. "
                    + $"The command failed unexpectedly ({exception.GetType().Name}: {exception.Message})"
            )
        );
        errors.WriteLine(isDebugging ? ConsoleText.Lines(exception.ToString()) : $"Set {DebugVariable}=1 for the stack trace.");
        return ExitCode.Unreadable;
    }
}
