namespace Kajabi.Contract.Drift.Model;

/// <summary>Where an API is reached.</summary>
/// <param name="Origin">Scheme, host and port in one spelling; empty when the URL is relative.</param>
/// <param name="BasePath">The path in front of each operation's; empty when there is none.</param>
internal sealed record NormalizedServer(string Origin, string BasePath)
{
    public override string ToString() => Origin + BasePath is { Length: > 0 } text ? text : "/";
}
