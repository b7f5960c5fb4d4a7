namespace Kajabi.Cli.Sync;

/// <summary>The numbers of resources of one type in one run.</summary>
internal sealed class SyncCounts
{
    /// <summary>The resources that were read, duplicates on different pages included.</summary>
    public long Read { get; set; }

    public long Added { get; set; }

    public long Changed { get; set; }

    public long Deleted { get; set; }
}
