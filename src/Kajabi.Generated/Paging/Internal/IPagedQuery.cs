namespace Kajabi.Paging.Internal;

/// <summary>A query with a page number.</summary>
internal interface IPagedQuery
{
    int? PageNumber { get; set; }
}
