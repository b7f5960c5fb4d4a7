using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>A table whose rows are single lines that are not wider than the terminal, so that no word is broken.</summary>
/// <param name="header">The names of the columns.</param>
/// <param name="rows">The cells of each row.</param>
internal sealed class TextTable(IReadOnlyList<string> header, IReadOnlyList<string[]> rows)
{
    private const string Separator = "  ";
    private const int MinWidth = 8;
    private const int MaxWidth = 40;

    /// <summary>Writes the table.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="isChosen">Whether the user chose the columns. Otherwise columns that do not fit are omitted.</param>
    public void Write(IAnsiConsole console, bool isChosen)
    {
        int[] widths = [.. header.Select((_, column) => GetWidth(column))];
        int[] columns = isChosen ? [.. Enumerable.Range(0, widths.Length)] : ChooseColumns(widths, console.Profile.Width);
        Shrink(widths, columns, console.Profile.Width);
        console.Write(new Text(CreateLine(header, widths, columns), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(new Text(string.Join(Separator, columns.Select(column => new string('─', widths[column])))));
        console.WriteLine();
        foreach (string[] row in rows)
        {
            console.Write(new Text(CreateLine(row, widths, columns)));
            console.WriteLine();
        }
    }

    private int GetWidth(int column) =>
        Math.Max(TextWidth.Get(header[column]), Math.Min(rows.Select(row => TextWidth.Get(row[column])).DefaultIfEmpty().Max(), MaxWidth));

    /// <summary>Returns the columns that fit, and at least the first two.</summary>
    private static int[] ChooseColumns(int[] widths, int available)
    {
        List<int> chosen = [];
        int used = 0;
        for (int column = 0; column < widths.Length; column++)
        {
            int added = widths[column] + (chosen.Count > 0 ? Separator.Length : 0);
            if (column < 2 || used + added <= available)
            {
                chosen.Add(column);
                used += added;
            }
        }

        return [.. chosen];
    }

    /// <summary>Makes the widest columns narrower until the table fits, or all are narrow. Ids are never shortened.</summary>
    private void Shrink(int[] widths, int[] columns, int available)
    {
        int[] shrinkable = [.. columns.Where(column => header[column] != ResourceColumn.Id)];
        while (columns.Sum(column => widths[column]) + (Separator.Length * (columns.Length - 1)) > available && shrinkable.Length > 0)
        {
            int widest = shrinkable.MaxBy(column => widths[column]);
            if (widths[widest] <= MinWidth)
            {
                return;
            }

            widths[widest]--;
        }
    }

    private static string CreateLine(IReadOnlyList<string> cells, int[] widths, int[] columns) =>
        string.Join(
                Separator,
                columns.Select(column => TextWidth.Pad(DisplayValue.Truncate(cells[column], widths[column]), widths[column]))
            )
            .TrimEnd();
}
