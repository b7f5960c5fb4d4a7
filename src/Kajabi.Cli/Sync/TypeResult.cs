using System.Globalization;

namespace Kajabi.Cli.Sync;

/// <summary>The result of a run for one resource type.</summary>
/// <param name="Type">The resource type.</param>
/// <param name="Mode">What the run found.</param>
/// <param name="Counts">The numbers of resources.</param>
/// <param name="IsComplete">Whether the list was read without skipping resources, as far as that can be detected.</param>
internal sealed record TypeResult(string Type, SyncMode Mode, SyncCounts Counts, bool IsComplete)
{
    public string Describe()
    {
        string mode = Mode switch
        {
            SyncMode.Full => "full comparison",
            SyncMode.Changed => "what is new or changed; deletions need --full",
            _ => "only what is new; changes and deletions need --full",
        };
        string counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{Type}: {Counts.Added} added, {Counts.Changed} changed, {Counts.Deleted} deleted ({mode})."
        );
        return IsComplete
            ? counts
            : counts + " The list changed each time that it was read, so new resources may be missing until the next full run.";
    }
}
