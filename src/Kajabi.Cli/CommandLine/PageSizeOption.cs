using System.CommandLine;
using System.Globalization;

namespace Kajabi.Cli.CommandLine;

/// <summary><c>--page-size</c>, which says what is wrong in our own words.</summary>
internal static class PageSizeOption
{
    public static Option<string> Create(string otherwise) =>
        new("--page-size") { HelpName = "n", Description = $"How many resources to read at once; {otherwise}." };

    /// <exception cref="UsageException">It is no number of resources.</exception>
    public static int? Read(ParseResult result, Option<string> option) =>
        result.GetValue(option) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size
        : throw new UsageException($"--page-size takes a number from 1, and '{text}' is none.");
}
