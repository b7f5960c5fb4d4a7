namespace Kajabi;

/// <summary>What an empty list means where a relationship is replaced.</summary>
public enum EmptyList
{
    /// <summary>A mistake: nothing is sent.</summary>
    IsRefused,

    /// <summary>That the relationship shall hold nothing any more.</summary>
    RemovesAll,
}
