namespace Kajabi.Cli.Options;

/// <summary>Finds an offer link at a wrong place of a command line, before a message that quotes the argument shows the secret.</summary>
internal static class MisplacedLink
{
    /// <summary>The problem and its remedy, without the link.</summary>
    public const string Problem =
        "the command line contains an offer link at a wrong place: use --link of grant or revoke, which also reads it from "
        + $"{OfferLinkOptions.LinkVariable}, from standard input (-) or from a file (@file).";

    private const string Path = "/webhooks/offers/";

    // An endpoint may have such a path.
    private static readonly string[] s_endpointOptions = ["--to", "--forward-to"];

    /// <summary>Returns a path of a URL with <c>***</c> instead of the token of a link.</summary>
    public static string RedactPath(string path)
    {
        int start = path.IndexOf(Path, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? path : $"{path[..(start + Path.Length)]}***";
    }

    /// <summary>Whether a text contains a link or a part of one.</summary>
    public static bool IsIn(string text) => text.Contains(Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an argument contains a link, other than as the value of <c>--link</c>.</summary>
    public static bool IsIn(IReadOnlyList<string> arguments)
    {
        bool hasLinkOption = arguments is ["grant" or "revoke", ..];
        for (int index = 0; index < arguments.Count; index++)
        {
            string argument = arguments[index];
            string previous = index == 0 ? string.Empty : arguments[index - 1];
            bool isAllowed =
                (hasLinkOption && IsValueOf("--link", previous, argument))
                || (s_endpointOptions.Any(option => IsValueOf(option, previous, argument)) && !IsOfKajabi(argument));
            if (IsIn(argument) && !isAllowed)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfKajabi(string text) => text.Contains($"kajabi.com{Path}", StringComparison.OrdinalIgnoreCase);

    private static bool IsValueOf(string option, string previous, string argument) =>
        previous == option
        || argument.StartsWith($"{option}=", StringComparison.Ordinal)
        || argument.StartsWith($"{option}:", StringComparison.Ordinal);
}
