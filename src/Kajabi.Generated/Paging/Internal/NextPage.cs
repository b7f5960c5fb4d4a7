using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Paging.Internal;

/// <summary>
/// Decides whether another page follows and which. Links may name another host, so only the number is taken from
/// them and the configured origin is asked.
/// </summary>
internal static partial class NextPage
{
    /// <param name="page">The page that was read.</param>
    /// <param name="number">Its number.</param>
    /// <returns>The number of the next page; null at the end.</returns>
    /// <exception cref="KajabiSerializationException">The page names itself or an earlier one as the next: reading on would never end.</exception>
    public static int? After(Document page, int number)
    {
        bool isLast = page.Meta is { TotalPages: { } total } && (page.Meta.CurrentPage ?? number) >= total;
        if (page.PrimaryData.Count == 0 || isLast)
        {
            return null;
        }

        int? next = page.Links switch
        {
            null => page.Meta?.TotalPages is null ? null : number + 1,
            { } links when NextLink(links) is { Length: > 0 } link => NumberIn(link) ?? number + 1,
            _ => null,
        };
        return next is null || next > number
            ? next
            : throw new KajabiSerializationException(
                $"Page {number} names page {next} as the next one. Reading on would never end.",
                "links.next"
            );
    }

    /// <summary>JSON:API lets a link be an object with its address in <c>href</c>.</summary>
    private static string? NextLink(Links links) => links.Next ?? (string?)(links["next"] as JObject)?["href"];

    private static int? NumberIn(string link) =>
        PageNumber().Match(link) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    [GeneratedRegex(@"[?&]page(?:\[|%5B)number(?:\]|%5D)=(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
