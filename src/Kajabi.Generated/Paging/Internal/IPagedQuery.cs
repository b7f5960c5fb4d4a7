namespace Kajabi.Paging.Internal;

/// <summary>A query that can be turned to a page.</summary>
internal interface IPagedQuery
{
    int? PageNumber { get; set; }
}
