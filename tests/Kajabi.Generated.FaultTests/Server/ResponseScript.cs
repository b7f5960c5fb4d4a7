namespace Kajabi.Tests.Server;

/// <summary>A sequence of responses; the last one is used for all further requests.</summary>
internal sealed class ResponseScript(params ResponseWriter[] responses)
{
    private int _next = -1;

    public ResponseWriter Next() => responses[Math.Min(Interlocked.Increment(ref _next), responses.Length - 1)];
}
