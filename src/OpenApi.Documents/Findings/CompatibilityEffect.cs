namespace OpenApi.Documents.Findings;

/// <summary>The effect of a change on the set of valid messages. Effect and direction determine the severity.</summary>
internal enum CompatibilityEffect
{
    /// <summary>Fewer messages are valid: breaks the sender, not the receiver.</summary>
    Narrowing,

    /// <summary>More messages are valid: breaks the receiver, not the sender.</summary>
    Widening,

    /// <summary>Something was removed, or neither set contains the other: breaks both sides.</summary>
    Breaking,

    /// <summary>Every valid message remains valid, but an omitted value has a different meaning.</summary>
    Behavioral,

    /// <summary>No client is affected.</summary>
    None,
}
