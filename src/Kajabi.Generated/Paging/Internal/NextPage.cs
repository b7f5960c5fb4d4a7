using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Paging.Internal;

/// <summary>
/// Finds the number of the next page. Links can point to another host, so only the page number is read from them; the request
/// goes to the configured base address.
/// </summary>
internal static partial class NextPage
{
    /// <param name="page">The page that was read.</param>
    /// <param name="number">Its number.</param>
    /// <returns>The number of the next page; null at the end.</returns>
    /// <exception cref="KajabiSerializationException">The next link refers to the same or an earlier page, an endless loop.</exception>
    public static int? Find(Document page, int number)
    {
        bool isLast = page.Meta is { TotalPages: { } total } && (page.Meta.CurrentPage ?? number) >= total;
        if (page.PrimaryData.Count == 0 || isLast)
        {
            return null;
        }

        int? next = page.Links switch
        {
            null => page.Meta?.TotalPages is null ? null : number + 1,
            { } links when GetNextLink(links) is { Length: > 0 } link => ParseNumber(link) ?? number + 1,
            _ => null,
        };
        return next is null || next > number
            ? next
            : throw new KajabiSerializationException(
                $"The next link of page {number} points to page {next}. Following it would never end.",
                "links.next"
            );
    }

    /// <summary>JSON:API allows a link to be an object with its URL in <c>href</c>.</summary>
    private static string? GetNextLink(Links links) => links.Next ?? (string?)(links["next"] as JObject)?["href"];

    private static int? ParseNumber(string link) =>
        PageNumber().Match(link) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    [GeneratedRegex(@"[?&]page(?:\[|%5B)number(?:\]|%5D)=(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
