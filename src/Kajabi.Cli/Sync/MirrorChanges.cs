namespace Kajabi.Cli.Sync;

/// <summary>The difference of a page to the mirror.</summary>
/// <param name="Ids">The ids of the page, without duplicates.</param>
/// <param name="Rows">The rows to write.</param>
/// <param name="Added">How many of them are new.</param>
internal sealed record MirrorChanges(IReadOnlyList<string> Ids, IReadOnlyList<MirrorRow> Rows, int Added);
