namespace Kajabi.Composer.CommandLine;

/// <summary>The exit codes. A check that failed to run has a different code than a check with findings.</summary>
internal static class ExitCode
{
    /// <summary>No findings at or above the level.</summary>
    public const int Clean = 0;

    public const int Findings = 1;

    public const int UsageError = 2;

    /// <summary>A file cannot be read or is invalid, so nothing was checked.</summary>
    public const int Unreadable = 3;

    /// <summary>Canceled with Ctrl+C or a termination signal. Shells expect 128 plus the number of the signal.</summary>
    public const int Canceled = 130;
}
