namespace Kajabi.Sandbox;

/// <content>The clock, and the state as a whole.</content>
public sealed partial class KajabiSandbox
{
    private SandboxSnapshot? _initial;

    /// <summary>
    /// Gets the clock, which a test can advance: <see cref="KajabiSandboxOptions.TimeProvider"/> if that is a <see cref="SandboxClock"/>,
    /// otherwise one that runs with it.
    /// </summary>
    /// <example><code>sandbox.Clock.Advance(TimeSpan.FromHours(3)); // The access tokens are expired.</code></example>
    public SandboxClock Clock { get; }

    /// <summary>
    /// Sets everything back to the start: the data, the next id, the faults, the clock, the recorded requests and deliveries, and
    /// <see cref="TokenRequestCount"/>. Tokens become invalid, and pending deliveries are canceled.
    /// </summary>
    public void Reset()
    {
        _router.RevokeAllTokens();
        Restore(_initial!);
    }

    /// <summary>
    /// Returns the data with the webhooks, the next id, the faults, and the time of the clock. Of a clock that is not stopped, it contains
    /// what the test added to the time. The options, tokens, requests and deliveries are no part of it.
    /// </summary>
    /// <example>
    /// <code>
    /// SandboxSnapshot seeded = sandbox.TakeSnapshot(); // once, after the tests' own data was added
    /// sandbox.Restore(seeded); // before each test
    /// </code>
    /// </example>
    public SandboxSnapshot TakeSnapshot()
    {
        lock (_store.SyncRoot)
        {
            return new SandboxSnapshot(_store.Capture(), Clock.State, Faults, _sender.DisabledWebhooks);
        }
    }

    /// <summary>
    /// Restores a snapshot, and clears the recorded requests and deliveries. Tokens remain valid, and pending deliveries are canceled.
    /// Resources that are created afterwards have the same ids as those that were created after the snapshot was taken.
    /// </summary>
    /// <param name="snapshot">The snapshot, of this sandbox or of another one.</param>
    public void Restore(SandboxSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        lock (_store.SyncRoot)
        {
            _store.Restore(snapshot.Data);
            _sender.Reset(snapshot.DisabledWebhooks);
            Faults.Replace(snapshot.Rules.Select(static rule => rule.Clone()), snapshot.DeliveryRules.Select(static rule => rule.Clone()));
            _requests.Clear();
        }

        Clock.Restore(snapshot.Clock);
    }
}
