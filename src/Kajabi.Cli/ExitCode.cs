namespace Kajabi.Cli;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The API answered, and its answer was no.</summary>
    public const int Refused = 1;

    /// <summary>The command was called in a way that cannot work.</summary>
    public const int WrongUse = 2;

    /// <summary>The API could not be reached, or its answer could not be understood.</summary>
    public const int Unreachable = 3;

    /// <summary>The user pressed Ctrl+C or said no; shells expect 128 plus the number of the signal.</summary>
    public const int Cancelled = 130;
}
