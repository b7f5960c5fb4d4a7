using Kajabi.Sandbox;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>The sandbox that the control API and the page use, from the moment at which it is started.</summary>
internal sealed class SandboxControl
{
    private readonly TaskCompletionSource<KajabiSandbox> _sandbox = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _initialTokenLifetime;
    private SandboxSnapshot? _initial;

    /// <summary>The sandbox; null while it starts.</summary>
    public KajabiSandbox? Sandbox => _sandbox.Task.IsCompletedSuccessfully ? _sandbox.Task.Result : null;

    /// <summary>Sets the sandbox, which the first requests may wait for. A reset restores its state of this moment.</summary>
    public void Start(KajabiSandbox sandbox)
    {
        _initialTokenLifetime = sandbox.Options.TokenLifetime;
        SetInitial(sandbox);
        _sandbox.SetResult(sandbox);
    }

    public Task<KajabiSandbox> GetSandboxAsync(CancellationToken cancellationToken) => _sandbox.Task.WaitAsync(cancellationToken);

    /// <summary>Makes the present state the one that a reset restores.</summary>
    public void SetInitial(KajabiSandbox sandbox) => _initial = sandbox.TakeSnapshot();

    /// <summary>Restores the state of the start, and makes all tokens invalid.</summary>
    public void Reset(KajabiSandbox sandbox)
    {
        SetForbiddenTypes(sandbox, []);
        sandbox.Options.TokenLifetime = _initialTokenLifetime;
        sandbox.Reset();
        sandbox.Restore(_initial!);
    }

    public static IReadOnlyList<string> GetForbiddenTypes(KajabiSandbox sandbox)
    {
        lock (sandbox.Store.SyncRoot)
        {
            return [.. sandbox.Options.ForbiddenTypes.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Replaces the resource types whose requests are rejected with 403.</summary>
    public static void SetForbiddenTypes(KajabiSandbox sandbox, IEnumerable<string> types)
    {
        // The API reads them while it has the lock.
        lock (sandbox.Store.SyncRoot)
        {
            sandbox.Options.ForbiddenTypes.Clear();
            sandbox.Options.ForbiddenTypes.UnionWith(types);
        }
    }
}
