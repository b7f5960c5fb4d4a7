using System.Globalization;

namespace Kajabi.Paging.Internal;

/// <summary>
/// Notices that a list changed while its pages were read. Remembers the ids of one page and a few numbers, so that its
/// memory does not grow with the list.
/// </summary>
/// <param name="firstPage">The number of the first page that is read.</param>
internal sealed class ListChangeDetector(int firstPage)
{
    private const string Remedy =
        "Resources may have been skipped or returned twice. To change resources of a list, read all of them first with ReadAllAsync(). "
        + "If an approximate list is good enough, call WithoutChangeDetection().";

    private IReadOnlySet<ResourceIdentifier> _previous = new HashSet<ResourceIdentifier>();
    private int? _nextPage = firstPage;
    private int _pageCount;
    private long _readCount;
    private long? _initialTotal;
    private long? _initialPages;
    private long? _total;
    private ResourceIdentifier? _duplicate;
    private (int Page, string Cause)? _change;

    /// <summary>Compares a page with those before it.</summary>
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
            throw new KajabiListChangedException($"The list changed while it was read: {cause}. {Remedy}")
            {
                PageNumber = page,
                InitialTotalCount = _initialTotal,
                TotalCount = _total,
                ReadCount = _readCount,
                Duplicate = _duplicate,
            };
        }
    }

    /// <summary>The number of resources in the list. A <c>count</c> alone may be that of the page, and then says nothing.</summary>
    private static long? TotalOf(Document page) =>
        page.Meta is { TotalCount: { } total } meta
        && (meta["total_count"] is not null || meta["total"] is not null || total != page.PrimaryData.Count)
            ? total
            : null;

    private void CompareTotals(Document page, int number)
    {
        long? total = TotalOf(page);
        long? pages = page.Meta?.TotalPages;
        if (total is not null && _initialTotal is not null)
        {
            Expect(total == _initialTotal, number, $"it had {_initialTotal} resources at first and {total} on page {number}");
        }
        else if (pages is not null && _initialPages is not null)
        {
            Expect(pages == _initialPages, number, $"it had {_initialPages} pages at first and {pages} on page {number}");
        }

        _initialTotal ??= total;
        _initialPages ??= pages;
        _total = total ?? _total;
    }

    private void CompareResources(Document page, int number)
    {
        HashSet<ResourceIdentifier> current = PageCursor.IdentifiersOf(page);
        if (
            _duplicate is null
            && current.Where(_previous.Contains).Select(static identifier => (ResourceIdentifier?)identifier).FirstOrDefault()
                is { } duplicate
        )
        {
            _duplicate = duplicate;
            Expect(false, number, $"page {number} repeats {duplicate} of the page before it");
        }

        _previous = current;
    }

    /// <summary>Compares the number of resources at the end, which is known only when reading began with the first page.</summary>
    private void CompareCount(int number)
    {
        if (firstPage == 1 && _pageCount > 1 && _total is not null)
        {
            Expect(_readCount == _total, number, $"{_readCount} resources were returned and the last page reports {_total}");
        }
    }

    private void Expect(bool isUnchanged, int page, FormattableString cause)
    {
        if (!isUnchanged)
        {
            _change ??= (page, cause.ToString(CultureInfo.InvariantCulture));
        }
    }
}
