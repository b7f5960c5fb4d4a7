using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>The sandbox that the control API and the page use, from the moment at which it is started.</summary>
internal sealed class SandboxControl
{
    private readonly TaskCompletionSource<KajabiSandbox> _sandbox = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _initialTokenLifetime;
    private readonly Lock _lock = new();
    private SandboxSnapshot? _initial;
    private bool _isInitialOfUser;

    /// <summary>The sandbox; null while it starts.</summary>
    public KajabiSandbox? Sandbox => _sandbox.Task.IsCompletedSuccessfully ? _sandbox.Task.Result : null;

    /// <summary>Sets the sandbox, which the first requests may wait for. A reset restores its state of this moment.</summary>
    public void Start(KajabiSandbox sandbox)
    {
        _initialTokenLifetime = sandbox.Options.TokenLifetime;
        _initial = sandbox.TakeSnapshot();
        _sandbox.SetResult(sandbox);
    }

    public Task<KajabiSandbox> GetSandboxAsync(CancellationToken cancellationToken) => _sandbox.Task.WaitAsync(cancellationToken);

    /// <summary>Makes the present state the one that a reset restores.</summary>
    public void SetInitial(KajabiSandbox sandbox)
    {
        lock (_lock)
        {
            (_initial, _isInitialOfUser) = (sandbox.TakeSnapshot(), true);
        }
    }

    /// <summary>
    /// Makes data the one that a reset restores, with the faults and the clock of the start. A state that <see cref="SetInitial"/> has set
    /// remains.
    /// </summary>
    /// <returns>False if such a state remains.</returns>
    public bool ReplaceInitialData(StoreState data)
    {
        lock (_lock)
        {
            if (!_isInitialOfUser)
            {
                _initial = _initial!.WithData(data);
            }

            return !_isInitialOfUser;
        }
    }

    /// <summary>Restores the state of the start, and makes all tokens invalid.</summary>
    public void Reset(KajabiSandbox sandbox)
    {
        sandbox.SetForbiddenTypes([]);
        sandbox.Options.TokenLifetime = _initialTokenLifetime;
        sandbox.Reset();
        lock (_lock)
        {
            sandbox.Restore(_initial!);
        }
    }

    public static IReadOnlyList<string> GetForbiddenTypes(KajabiSandbox sandbox)
    {
        lock (sandbox.Store.SyncRoot)
        {
            return [.. sandbox.Options.ForbiddenTypes.Order(StringComparer.Ordinal)];
        }
    }
}
