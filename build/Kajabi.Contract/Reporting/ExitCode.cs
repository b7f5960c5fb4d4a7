namespace Kajabi.Contract.Reporting;

/// <summary>What a command tells its caller. A check that broke is another thing than one that found something.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the level was found.</summary>
    public const int Clean = 0;

    public const int Findings = 1;

    public const int WrongUse = 2;

    /// <summary>A file cannot be read or understood, so nothing was checked.</summary>
    public const int Unreadable = 3;
}
