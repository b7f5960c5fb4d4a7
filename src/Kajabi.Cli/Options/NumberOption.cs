using System.CommandLine;
using System.Globalization;

namespace Kajabi.Cli.Options;

/// <summary>Options with a positive number. They are parsed here, so that their error messages are specific.</summary>
internal static class NumberOption
{
    /// <summary>Creates the option <c>--page-size</c>.</summary>
    /// <param name="defaultValue">The default, for the help text.</param>
    public static Option<string> CreatePageSize(string defaultValue) =>
        new("--page-size") { HelpName = "n", Description = $"The number of resources per page. Default: {defaultValue}." };

    /// <returns>The number; null if the option is not given.</returns>
    /// <exception cref="UsageException">The value is not a positive number.</exception>
    public static int? Read(ParseResult result, Option<string> option) =>
        result.GetValue(option) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number
        : throw new UsageException($"{option.Name} must be a positive number; '{text}' is not.");
}
