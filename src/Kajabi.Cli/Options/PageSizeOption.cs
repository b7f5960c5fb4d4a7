using System.CommandLine;
using System.Globalization;

namespace Kajabi.Cli.Options;

/// <summary>The option <c>--page-size</c>. It is parsed here, so that its error message is specific.</summary>
internal static class PageSizeOption
{
    /// <param name="defaultValue">The default, for the help text.</param>
    public static Option<string> Create(string defaultValue) =>
        new("--page-size") { HelpName = "n", Description = $"The number of resources per page. Default: {defaultValue}." };

    /// <returns>The page size; null if the option is not given.</returns>
    /// <exception cref="UsageException">The value is not a positive number.</exception>
    public static int? Read(ParseResult result, Option<string> option) =>
        result.GetValue(option) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size
        : throw new UsageException($"--page-size must be a positive number; '{text}' is not.");
}
