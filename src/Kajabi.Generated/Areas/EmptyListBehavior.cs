namespace Kajabi;

/// <summary>How to handle an empty list when replacing a relationship.</summary>
public enum EmptyListBehavior
{
    /// <summary>Throw <see cref="ArgumentException"/> without sending a request (default).</summary>
    Throw,

    /// <summary>Remove all resources from the relationship.</summary>
    RemoveAll,
}
