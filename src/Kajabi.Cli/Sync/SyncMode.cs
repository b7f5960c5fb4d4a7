namespace Kajabi.Cli.Sync;

/// <summary>What a run finds of a resource type.</summary>
internal enum SyncMode
{
    /// <summary>Everything, because the list is read in full.</summary>
    Full,

    /// <summary>New and changed resources.</summary>
    Changed,

    /// <summary>New resources only.</summary>
    Created,
}
