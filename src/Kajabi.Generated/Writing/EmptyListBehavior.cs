namespace Kajabi;

/// <summary>What an empty list means where a relationship is replaced.</summary>
public enum EmptyListBehavior
{
    /// <summary>A mistake: nothing is sent.</summary>
    Throw,

    /// <summary>That the relationship shall hold nothing any more.</summary>
    RemoveAll,
}
