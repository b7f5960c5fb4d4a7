using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Cli.SandboxServer.Control;

/// <summary>The sandbox that the control API and the page use, from the moment at which it is started.</summary>
internal sealed class SandboxControl
{
    private readonly TaskCompletionSource<KajabiSandbox> _sandbox = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _initialTokenLifetime;

    // The lock of the data protects the state that a reset restores, too: it is taken and restored as a whole.
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
        lock (sandbox.Store.SyncRoot)
        {
            (_initial, _isInitialOfUser) = (sandbox.TakeSnapshot(), true);
        }
    }

    /// <summary>
    /// Replaces the data, also the one that a reset restores, with the faults and the clock of the start. A state that
    /// <see cref="SetInitial"/> has set remains. Requests, deliveries, faults and the clock remain.
    /// </summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="data">The data, which becomes that of the sandbox without a copy.</param>
    /// <returns>False if such a state remains.</returns>
    public bool ReplaceData(KajabiSandbox sandbox, StoreState data)
    {
        lock (sandbox.Store.SyncRoot)
        {
            if (!_isInitialOfUser)
            {
                _initial = _initial!.WithData(data.Copy());
            }

            sandbox.Store.Replace(data);
            return !_isInitialOfUser;
        }
    }

    /// <summary>Restores the state of the start, and makes all tokens invalid.</summary>
    public void Reset(KajabiSandbox sandbox)
    {
        // The lock of all requests, so that none of them is handled between the two steps.
        lock (sandbox.Store.SyncRoot)
        {
            sandbox.SetForbiddenTypes([]);
            sandbox.Options.TokenLifetime = _initialTokenLifetime;
            sandbox.Reset();
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
