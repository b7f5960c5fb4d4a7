using System.Globalization;

namespace Kajabi.Paging.Internal;

/// <summary>
/// Detects that a list changed while its pages were read. Stores the ids of one page and a few numbers, so that its memory
/// does not grow with the list.
/// </summary>
/// <param name="firstPage">The number of the first page that is read.</param>
internal sealed class ListChangeDetector(int firstPage)
{
    private const string Advice =
        "Resources may have been skipped or returned twice. To change resources of a list, read their ids first with ReadAllIdsAsync(). "
        + "If an approximate list is enough, call WithoutChangeDetection().";

    private IReadOnlySet<ResourceIdentifier> _previousIdentifiers = new HashSet<ResourceIdentifier>();
    private int? _nextPage = firstPage;
    private int _pageCount;
    private long _readCount;
    private long? _initialTotal;
    private long? _initialPages;
    private long? _total;
    private ResourceIdentifier? _duplicate;
    private (int Page, string Cause)? _change;

    /// <summary>Whether the list changed while the pages were read.</summary>
    public bool HasChanged => _change is not null;

    /// <summary>Compares a page with the pages before it.</summary>
    public void Add(Document page)
    {
        int number = _nextPage ?? firstPage;
        CompareTotals(page, number);
        CompareResources(page, number);
        _pageCount++;
        _readCount += page.PrimaryData.Count;
        _nextPage = page.NextPageNumber;
        if (_nextPage is null)
        {
            CompareCount(number);
        }
    }

    /// <exception cref="KajabiListChangedException">The list changed while the pages were read.</exception>
    public void ThrowIfChanged()
    {
        if (_change is (int page, string cause))
        {
            throw new KajabiListChangedException($"The list changed while it was read: {cause}. {Advice}")
            {
                PageNumber = page,
                InitialTotalCount = _initialTotal,
                TotalCount = _total,
                ReadCount = _readCount,
                Duplicate = _duplicate,
            };
        }
    }

    /// <summary>Returns the total number of resources; null if there is only a <c>count</c> that can be that of the page.</summary>
    private static long? GetTotal(Document page) =>
        page.Meta is { TotalCount: { } total } meta
        && (meta["total_count"] is not null || meta["total"] is not null || total != page.PrimaryData.Count)
            ? total
            : null;

    private void CompareTotals(Document page, int number)
    {
        long? total = GetTotal(page);
        long? pages = page.Meta?.TotalPages;
        if (total is not null && _initialTotal is not null)
        {
            Check(total == _initialTotal, number, $"it had {_initialTotal} resources at first and {total} on page {number}");
        }
        else if (pages is not null && _initialPages is not null)
        {
            Check(pages == _initialPages, number, $"it had {_initialPages} pages at first and {pages} on page {number}");
        }

        _initialTotal ??= total;
        _initialPages ??= pages;
        _total = total ?? _total;
    }

    private void CompareResources(Document page, int number)
    {
        HashSet<ResourceIdentifier> current = PageCursor.GetIdentifiers(page);
        if (
            _duplicate is null
            && current.Where(_previousIdentifiers.Contains).Select(static identifier => (ResourceIdentifier?)identifier).FirstOrDefault()
                is { } duplicate
        )
        {
            _duplicate = duplicate;
            Check(false, number, $"page {number} contains {duplicate}, as the page before it does");
        }

        _previousIdentifiers = current;
    }

    /// <summary>Compares the number of returned resources with the total, if reading started with the first page.</summary>
    private void CompareCount(int number)
    {
        if (firstPage == 1 && _pageCount > 1 && _total is not null)
        {
            Check(_readCount == _total, number, $"{_readCount} resources were returned and the last page reports {_total}");
        }
    }

    private void Check(bool isUnchanged, int page, FormattableString cause)
    {
        if (!isUnchanged)
        {
            _change ??= (page, cause.ToString(CultureInfo.InvariantCulture));
        }
    }
}
