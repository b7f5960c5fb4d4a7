using Spectre.Console;

namespace Kajabi.Cli.Output;

/// <summary>
/// A table whose rows are single lines that are not wider than the terminal, so that no word is broken. It is written in parts with one
/// header.
/// </summary>
/// <param name="header">The names of the columns.</param>
/// <param name="isChosen">Whether the user chose the columns. Otherwise columns that do not fit are omitted.</param>
internal sealed class TextTable(IReadOnlyList<string> header, bool isChosen)
{
    private const string Separator = "  ";
    private const int MinWidth = 8;
    private const int MaxWidth = 40;

    private readonly int[] _widths = [.. header.Select(TextWidth.Get)];
    private int[]? _columns;

    /// <summary>Writes rows, the first time with the header.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="rows">The cells of each row.</param>
    public void Write(IAnsiConsole console, IReadOnlyList<string[]> rows)
    {
        for (int column = 0; column < _widths.Length; column++)
        {
            int widest = rows.Select(row => TextWidth.Get(row[column])).DefaultIfEmpty().Max();
            _widths[column] = Math.Max(_widths[column], Math.Min(widest, MaxWidth));
        }

        bool isFirst = _columns is null;
        int[] columns = _columns ??= isChosen ? [.. Enumerable.Range(0, _widths.Length)] : ChooseColumns(console.Profile.Width);
        Shrink(columns, console.Profile.Width);
        if (isFirst)
        {
            WriteLine(console, new Text(CreateLine(header, columns), new Style(decoration: Decoration.Bold)));
            WriteLine(console, new Text(string.Join(Separator, columns.Select(column => new string('─', _widths[column])))));
        }

        foreach (string[] row in rows)
        {
            WriteLine(console, new Text(CreateLine(row, columns)));
        }
    }

    /// <summary>Returns the columns that fit, and at least the first two.</summary>
    private int[] ChooseColumns(int available)
    {
        List<int> chosen = [];
        int used = 0;
        for (int column = 0; column < _widths.Length; column++)
        {
            int added = _widths[column] + (chosen.Count > 0 ? Separator.Length : 0);
            if (column < 2 || used + added <= available)
            {
                chosen.Add(column);
                used += added;
            }
        }

        return [.. chosen];
    }

    /// <summary>Makes the widest columns narrower until the table fits, or all are narrow. Ids are never shortened.</summary>
    private void Shrink(int[] columns, int available)
    {
        int[] shrinkable = [.. columns.Where(column => header[column] != ResourceColumn.Id)];
        while (columns.Sum(column => _widths[column]) + (Separator.Length * (columns.Length - 1)) > available && shrinkable.Length > 0)
        {
            int widest = shrinkable.MaxBy(column => _widths[column]);
            if (_widths[widest] <= MinWidth)
            {
                return;
            }

            _widths[widest]--;
        }
    }

    private string CreateLine(IReadOnlyList<string> cells, int[] columns) =>
        string.Join(Separator, columns.Select(column => CreateCell(cells[column], _widths[column]))).TrimEnd();

    private static string CreateCell(string text, int width) => TextWidth.Pad(DisplayValue.Truncate(text, width), width);

    private static void WriteLine(IAnsiConsole console, Text line)
    {
        console.Write(line);
        console.WriteLine();
    }
}
