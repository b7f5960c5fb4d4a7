using Kajabi.Cli.Output;
using Spectre.Console;

namespace Kajabi.Cli.Tests;

/// <summary>Tables in terminals of different widths: single lines that fit, and no broken words.</summary>
public sealed class TextTableTests
{
    private static readonly string[] s_header = ["id", "name", "email", "status", "created_at"];

    private static readonly string[][] s_rows =
    [
        ["2148433001", "Johanna Brandt", "johanna.brandt@example.com", "active", "2024-01-15 10:30Z"],
        ["2148433002", "Wheel throwing for beginners and others", "tomas@example.com", "inactive", "2023-01-12 08:00Z"],
        ["3", "粘土と釉薬の基礎コース、全十二回の講座", "", "", ""],
    ];

    [Theory]
    [InlineData(40, "id", "name", "status")]
    [InlineData(60, "id", "name", "email")]
    [InlineData(80, "id", "name", "email", "status")]
    [InlineData(120, "id", "name", "email", "status", "created_at")]
    public void Columns_that_do_not_fit_are_omitted(int width, params string[] columns)
    {
        string[] lines = Draw(width, isChosen: false);

        Assert.Equal(columns, lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(s_rows.Length + 2, lines.Length);
        Assert.All(lines, line => Assert.InRange(TextWidth.Get(line), 1, width));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Chosen_columns_are_all_shown_and_shortened_between_words(int width)
    {
        string[] lines = Draw(width, isChosen: true);

        Assert.All(s_header, name => Assert.Contains(name[..2], lines[0], StringComparison.Ordinal));
        Assert.All(lines, line => Assert.InRange(TextWidth.Get(line), 1, width));
        Assert.All(s_rows, row => Assert.Contains(lines, line => line.StartsWith(row[0], StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Wheel throwing, full course", 27, "Wheel throwing, full course")]
    [InlineData("Wheel throwing, full course", 26, "Wheel throwing, full…")]
    [InlineData("Wheel throwing, full course", 16, "Wheel throwing…")]
    [InlineData("Wheel throwing, full course", 15, "Wheel throwing…")]
    [InlineData("johanna.brandt@example.com", 10, "johanna.b…")]
    [InlineData("粘土と釉薬", 7, "粘土と…")]
    [InlineData("👩‍🎨👩‍🎨👩‍🎨", 3, "👩‍🎨…")]
    [InlineData("a", 0, "…")]
    public void Text_is_shortened_between_words_and_visible_characters(string text, int width, string expected) =>
        Assert.Equal(expected, DisplayValue.Truncate(text, width));

    [Theory]
    [InlineData("one two three", 9, "one two\nthree")]
    [InlineData("one two three", 7, "one two\nthree")]
    [InlineData("https://example.com/a/long/one two", 10, "https://example.com/a/long/one\ntwo")]
    [InlineData("one\ntwo three", 80, "one\ntwo three")]
    public void Messages_are_wrapped_between_words(string text, int width, string expected) =>
        Assert.Equal(expected, string.Join('\n', WordWrap.Split(text, width)));

    private static string[] Draw(int width, bool isChosen)
    {
        using StringWriter output = new();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            }
        );
        console.Profile.Width = width;
        TextTable table = new(s_header, isChosen);
        table.Write(console, s_rows[..1]);
        table.Write(console, s_rows[1..]);
        return output.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
