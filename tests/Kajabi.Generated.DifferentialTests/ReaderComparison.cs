extern alias former;

using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kajabi.Tests.Documents;
using Kajabi.Tests.Dump;
using Kajabi.Tests.Numbers;

namespace Kajabi.Tests;

/// <summary>Reads documents with the former reader and with that of the SDK, and reports the first difference of each.</summary>
internal static partial class ReaderComparison
{
    private const int MaxReports = 12;
    private const int Before = 60;
    private const int After = 160;
    private const int MaxDocument = 3000;

    /// <summary>Compares the results for all documents, on all processors.</summary>
    /// <returns>The number of documents, and the number of those that a reader read without an exception.</returns>
    public static (int Documents, int Read) AssertEqual(IEnumerable<DocumentCase> cases)
    {
        ConcurrentBag<(DocumentCase Case, string Difference)> differences = [];
        (int count, int read) = (0, 0);
        Parallel.ForEach(
            Partitioner.Create(cases, EnumerablePartitionerOptions.NoBuffering),
            one =>
            {
                DocumentCase replaced = OtherDifferences.ReplaceIn(NumberDifferences.ReplaceIn(one));
                (string former, string? difference) = Compare(replaced);
                Interlocked.Increment(ref count);
                if (former.Contains("\nfull \"", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref read);
                }

                if (difference is not null && !IsOfDuplicates(replaced) && !OtherDifferences.HasResourcesBesideOtherJson(replaced))
                {
                    differences.Add((replaced, difference));
                }
            }
        );
        Assert.True(differences.IsEmpty, Report([.. differences], count));
        return (count, read);
    }

    private static (string Former, string? Difference) Compare(DocumentCase document)
    {
        string former = former::Kajabi.Tests.Dump.ReaderRun.Run(document.TypeName, document.Bytes, document.Seed);
        string current = ReaderRun.Run(document.TypeName, document.Bytes, document.Seed);
        return OtherDifferences.IsIncomparable(document)
            ? (former, null)
            : (former, FindDifference(OtherDifferences.Normalize(document, former), OtherDifferences.Normalize(document, current)));
    }

    /// <summary>Returns whether a document is read alike without its duplicates, and only without them.</summary>
    private static bool IsOfDuplicates(DocumentCase document) =>
        OtherDifferences.WithoutDuplicates(document) is { } unique
        && Compare(unique).Difference is null
        && OtherDifferences.WithDuplicates(document) is { } rewritten
        && Compare(rewritten).Difference is not null;

    /// <summary>Returns the first difference of two results; null if they are equal.</summary>
    private static string? FindDifference(string former, string current)
    {
        if (former == current)
        {
            return null;
        }

        string[] left = former.Split('\n');
        string[] right = current.Split('\n');
        int line = left.Zip(right).TakeWhile(static pair => pair.First == pair.Second).Count();
        (string first, string second) = (left.ElementAtOrDefault(line) ?? "(end)", right.ElementAtOrDefault(line) ?? "(end)");
        int column = first.Zip(second).TakeWhile(static pair => pair.First == pair.Second).Count();
        string section = left.Take(line + 1).Last(static text => text.StartsWith("## ", StringComparison.Ordinal));
        return $"{section}\n  former:  {Excerpt(first, column)}\n  current: {Excerpt(second, column)}";
    }

    private static string Excerpt(string line, int column)
    {
        int start = Math.Max(0, column - Before);
        string text = line[start..Math.Min(line.Length, column + After)];
        return $"{(start > 0 ? "..." : string.Empty)}{text}";
    }

    private static string Report(IReadOnlyList<(DocumentCase Case, string Difference)> differences, int count)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{differences.Count} of {count} documents are read differently.");

        // The shortest document of each kind of difference.
        foreach (
            (DocumentCase one, string difference) in differences
                .OrderBy(static entry => entry.Case.Text.Length)
                .DistinctBy(static entry => Values().Replace(entry.Difference, string.Empty))
                .Take(MaxReports)
        )
        {
            string document = DumpText.Quote(one.Text.Length > MaxDocument ? one.Text[..MaxDocument] : one.Text);
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n\n{one.Name}, read as {one.TypeName}, seed {one.Seed}\n{difference}\n  {document}"
            );
        }

        return text.ToString();
    }

    // What differs between documents with the same difference.
    [GeneratedRegex("""\d+|"(?:[^"\\]|\\.)*"?|\.\.\..*""")]
    private static partial Regex Values();
}
