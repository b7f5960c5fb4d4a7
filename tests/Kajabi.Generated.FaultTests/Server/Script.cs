namespace Kajabi.Tests.Server;

/// <summary>Replies in their order; the last one serves all that follow.</summary>
internal sealed class Script(params Reply[] replies)
{
    private int _next = -1;

    public Reply Next() => replies[Math.Min(Interlocked.Increment(ref _next), replies.Length - 1)];
}
