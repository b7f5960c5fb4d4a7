namespace Kajabi.Tests.Numbers;

/// <summary>A class of numbers that the readers are known to read differently.</summary>
/// <param name="Name">The name, as in the recorded differences.</param>
/// <param name="Reason">Why the difference is intended.</param>
/// <param name="Matches">Returns whether a number in JSON belongs to the class.</param>
internal sealed record NumberClass(string Name, string Reason, Func<string, bool> Matches)
{
    /// <summary>Gets whether the former reader preserves the text, although it reads another value.</summary>
    public bool IsPreserved { get; init; }
}
