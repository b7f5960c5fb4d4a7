namespace Kajabi.Cli;

/// <summary>The exit codes of the process. The help documents them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The API returned an error.</summary>
    public const int ApiError = 1;

    /// <summary>Usage error.</summary>
    public const int UsageError = 2;

    /// <summary>Network error or invalid response.</summary>
    public const int Unreachable = 3;

    /// <summary>Standard output or the export file could not be written.</summary>
    public const int OutputFailed = 4;

    /// <summary>A bug in the command. The value is EX_SOFTWARE of sysexits.h.</summary>
    public const int InternalError = 70;

    /// <summary>
    /// Canceled by Ctrl+C or at a prompt: 128 plus the number of SIGINT, the convention of shells. The command sandbox ends with
    /// <see cref="Success"/>, because a signal is its regular end.
    /// </summary>
    public const int Canceled = 130;

    /// <summary>The reader closed standard output: 128 plus the number of SIGPIPE, like other commands in a pipe.</summary>
    public const int OutputClosed = 141;

    /// <summary>The exit codes, for the help text.</summary>
    public const string Help =
        "Exit codes: 0 success, 1 API error, 2 usage error, 3 network error or invalid response, "
        + "4 output cannot be written, 70 internal error, "
        + "130 canceled (Ctrl+C, SIGTERM or a declined confirmation; sandbox ends with 0), 141 output closed by its reader, such as head.";
}
