namespace Kajabi.Contract.Drift.Rules;

/// <summary>What a change does to the set of messages that may travel. Together with the direction it decides the severity.</summary>
internal enum Effect
{
    /// <summary>Fewer messages are possible: breaks who sends, not who reads.</summary>
    Narrows,

    /// <summary>More messages are possible: breaks who reads, not who sends.</summary>
    Widens,

    /// <summary>Something is lost, or the old and the new set cannot be ordered: breaks either way.</summary>
    Breaks,

    /// <summary>Nothing is refused that was accepted, but what the caller leaves out means something else.</summary>
    Shifts,

    /// <summary>Nothing that worked stops working.</summary>
    Informs,
}
