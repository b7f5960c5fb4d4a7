namespace OpenApi.Drift.Reading;

/// <summary>A server of an API.</summary>
/// <param name="Origin">The normalized scheme, host and port; empty if the URL is relative.</param>
/// <param name="BasePath">The path before the path of each operation; empty if there is none.</param>
internal sealed record NormalizedServer(string Origin, string BasePath)
{
    public override string ToString() => Origin + BasePath is { Length: > 0 } text ? text : "/";
}
