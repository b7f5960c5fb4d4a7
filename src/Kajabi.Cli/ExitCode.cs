namespace Kajabi.Cli;

/// <summary>The exit codes of the process, as the help documents them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The API answered, and its answer was no.</summary>
    public const int ApiError = 1;

    /// <summary>The command was called in a way that cannot work.</summary>
    public const int UsageError = 2;

    /// <summary>The API could not be reached, or its answer could not be understood.</summary>
    public const int Unreachable = 3;

    /// <summary>Standard output or the export file could not be written.</summary>
    public const int OutputFailed = 4;

    /// <summary>A defect of the command; the value is EX_SOFTWARE of sysexits.h.</summary>
    public const int InternalError = 70;

    /// <summary>The user pressed Ctrl+C or said no; shells expect 128 plus the number of the signal.</summary>
    public const int Cancelled = 130;

    /// <summary>The reader of standard output closed it: 128 plus the number of SIGPIPE, as other commands in a pipe exit.</summary>
    public const int OutputClosed = 141;

    /// <summary>The list of the exit codes in the help.</summary>
    public const string Help =
        "Exit codes: 0 done, 1 the API refused the request, 2 wrong use, 3 the API could not be reached or its response could not be understood, "
        + "4 the output could not be written, 70 internal error, 130 stopped with Ctrl+C, by SIGTERM or at a question, 141 the reader of the output closed it, as head does.";
}
