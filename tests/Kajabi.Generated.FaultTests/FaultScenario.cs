using Kajabi.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kajabi.Tests;

/// <summary>
/// A client as an application registers it, connected to a <see cref="FaultServer"/>, with trace logging. Disposing it
/// asserts that no secret left the SDK other than in requests.
/// </summary>
internal sealed class FaultScenario : IAsyncDisposable
{
    private readonly LeakDetector _leakDetector = new();
    private readonly List<Action<KajabiClientOptions>> _options = [];
    private readonly Lazy<ServiceProvider> _services;

    public FaultScenario() => _services = new(Build);

    public FaultServer Server { get; init; } = new();

    public FaultClock Time { get; } = new();

    public LeakDetector LeakDetector => _leakDetector;

    /// <summary>The client, created on first use.</summary>
    public KajabiClient Client => _services.Value.GetRequiredService<KajabiClient>();

    /// <summary>Changes the options; must be called before the first use of <see cref="Client"/>.</summary>
    public FaultScenario Configure(Action<KajabiClientOptions> configure)
    {
        _options.Add(configure);
        return this;
    }

    /// <summary>Reads the contact that most rows request.</summary>
    public async Task<Contact> ReadAsync(CancellationToken cancellationToken = default) =>
        (await Client.Contacts.GetContactAsync("123", cancellationToken: cancellationToken)).Data;

    /// <summary>Asserts that reading the contact fails with this kind and these parts of the message.</summary>
    public Task<KajabiApiException> AssertReadFailsAsync(KajabiErrorKind kind, params string[] messageParts) =>
        AssertFailsAsync(() => ReadAsync(), kind, messageParts);

    /// <summary>Asserts that a call fails with this kind and these parts of the message.</summary>
    public async Task<KajabiApiException> AssertFailsAsync(Func<Task> call, KajabiErrorKind kind, params string[] messageParts)
    {
        KajabiApiException exception = await AssertFailsAsync<KajabiApiException>(call);
        Assert.Equal(kind, exception.Kind);
        Assert.All(messageParts, text => Assert.Contains(text, exception.Message, StringComparison.OrdinalIgnoreCase));
        return exception;
    }

    /// <summary>Asserts that a call throws this type of exception, and inspects it for secrets.</summary>
    public async Task<TException> AssertFailsAsync<TException>(Func<Task> call)
        where TException : Exception
    {
        TException exception = await Assert.ThrowsAnyAsync<TException>(call);
        _leakDetector.Inspect(exception);
        return exception;
    }

    /// <summary>Advances the clock in steps of a second until a call has completed.</summary>
    public async Task AdvanceUntilCompletedAsync(Task call)
    {
        const int maxSeconds = 10_000_000;
        for (int second = 0; !call.IsCompleted && second < maxSeconds; second++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(call.IsCompleted, "The call has no timeout.");
    }

    /// <summary>Asserts the number of requests, without token requests.</summary>
    public void AssertRequestCount(int requests) => Assert.Equal(requests, Server.Requests.Count);

    public async ValueTask DisposeAsync()
    {
        if (_services.IsValueCreated)
        {
            await _services.Value.DisposeAsync();
        }

        await Server.DisposeAsync();
        _leakDetector.Dispose();
        Assert.Empty(_leakDetector.Leaks);
    }

    private ServiceProvider Build()
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_leakDetector));
        services.AddKajabi(options =>
        {
            (options.ClientId, options.ClientSecret, options.BaseAddress) = (
                TestSecrets.ClientId,
                TestSecrets.ClientSecret,
                Server.Address
            );
            _options.ForEach(configure => configure(options));
        });
        return services.BuildServiceProvider();
    }
}
