using Kajabi.Sandbox;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>The sandbox that the control API changes, with the settings that can change while it runs.</summary>
/// <param name="options">The settings of the sandbox.</param>
internal sealed class SandboxControl(KajabiSandboxOptions options)
{
    private readonly TaskCompletionSource<KajabiSandbox> _sandbox = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeSpan _initialTokenLifetime = options.TokenLifetime;

    /// <summary>Sets the sandbox, which the first requests may wait for.</summary>
    public void Start(KajabiSandbox sandbox) => _sandbox.SetResult(sandbox);

    public Task<KajabiSandbox> GetSandboxAsync(CancellationToken cancellationToken) => _sandbox.Task.WaitAsync(cancellationToken);

    /// <summary>The sandbox; null while it starts.</summary>
    public KajabiSandbox? Sandbox => _sandbox.Task.IsCompletedSuccessfully ? _sandbox.Task.Result : null;

    /// <summary>The lifetime of new access tokens.</summary>
    public TimeSpan TokenLifetime
    {
        get => options.TokenLifetime;
        set => options.TokenLifetime = value;
    }

    public IReadOnlyList<string> GetForbiddenTypes(KajabiSandbox sandbox)
    {
        lock (sandbox.Store.SyncRoot)
        {
            return [.. options.ForbiddenTypes.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Replaces the resource types whose requests are rejected with 403.</summary>
    public void SetForbiddenTypes(KajabiSandbox sandbox, IEnumerable<string> types)
    {
        // The API reads them while it has the lock.
        lock (sandbox.Store.SyncRoot)
        {
            options.ForbiddenTypes.Clear();
            options.ForbiddenTypes.UnionWith(types);
        }
    }

    /// <summary>Restores the state of the start.</summary>
    public void Reset(KajabiSandbox sandbox)
    {
        SetForbiddenTypes(sandbox, []);
        TokenLifetime = _initialTokenLifetime;
    }
}
