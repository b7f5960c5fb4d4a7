namespace Kajabi.Cli.Bulk;

/// <summary>The states of a contact or customer in a report. The help of <c>--report</c> documents them.</summary>
internal static class BulkStatus
{
    /// <summary>Nothing was sent yet.</summary>
    public const string Pending = "pending";

    /// <summary>A dry run found that it would be changed.</summary>
    public const string Planned = "planned";

    /// <summary>The API confirmed the change.</summary>
    public const string Done = "done";

    /// <summary>The resource was in the requested state before, and nothing was written.</summary>
    public const string AlreadyDone = "already_done";

    /// <summary>It was not changed.</summary>
    public const string Failed = "failed";

    /// <summary>The change was sent, and the API may have processed it.</summary>
    public const string Unknown = "unknown";

    /// <summary>Whether a resumed run skips it.</summary>
    public static bool IsFinal(string status) => status is Done or AlreadyDone;
}
