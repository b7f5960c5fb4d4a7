namespace Kajabi.Contract.Reporting;

/// <summary>What a command tells its caller. A check that broke is another thing than one that found something.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the level was found.</summary>
    public const int Clean = 0;

    public const int Findings = 1;

    public const int UsageError = 2;

    /// <summary>A file cannot be read or understood, so nothing was checked.</summary>
    public const int Unreadable = 3;

    /// <summary>The user pressed Ctrl+C or the process was told to end; shells expect 128 plus the number of the signal.</summary>
    public const int Cancelled = 130;
}
