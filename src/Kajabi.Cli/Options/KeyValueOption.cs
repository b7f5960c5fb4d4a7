using System.CommandLine;

namespace Kajabi.Cli.Options;

/// <summary>Reads options of the form <c>name=value</c>.</summary>
internal static class KeyValueOption
{
    /// <summary>Splits each value at the first equals sign.</summary>
    /// <exception cref="UsageException">A value has no name or no equals sign.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Read(ParseResult result, Option<string[]> option)
    {
        foreach (string text in result.GetValue(option) ?? [])
        {
            int end = text.IndexOf('=', StringComparison.Ordinal);
            yield return end > 0
                ? KeyValuePair.Create(text[..end].Trim(), text[(end + 1)..])
                : throw new UsageException($"{option.Name} must have the form {option.HelpName}; '{text}' has not.");
        }
    }
}
