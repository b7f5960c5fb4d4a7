using Kajabi.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kajabi.Tests;

/// <summary>
/// A client as an application registers it, in front of a server of faults, with the most talkative log. Where it ends,
/// nothing secret may have been seen outside the wire.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly Recorder _recorder = new();
    private readonly List<Action<KajabiClientOptions>> _options = [];
    private ServiceProvider? _services;

    public FaultServer Server { get; init; } = new();

    public StageClock Time { get; } = new();

    public Recorder Recorder => _recorder;

    /// <summary>The client, made where it is first asked for.</summary>
    public KajabiClient Client => (_services ??= Build()).GetRequiredService<KajabiClient>();

    /// <summary>Changes the options, before the client is first asked for.</summary>
    public Stage With(Action<KajabiClientOptions> configure)
    {
        _options.Add(configure);
        return this;
    }

    /// <summary>Reads the one contact that these tests are about.</summary>
    public async Task<Contact> ReadAsync(CancellationToken cancellationToken = default) =>
        (await Client.Contacts.GetContactAsync("123", cancellationToken: cancellationToken)).Data;

    /// <summary>The failure of reading the contact, which must be of this kind and say this.</summary>
    public Task<KajabiApiException> ReadFailsAsync(KajabiErrorKind kind, params string[] says) => FailsAsync(() => ReadAsync(), kind, says);

    /// <summary>The failure of any call, which must be of this kind and say this.</summary>
    public async Task<KajabiApiException> FailsAsync(Func<Task> call, KajabiErrorKind kind, params string[] says)
    {
        KajabiApiException exception = await FailsAsync<KajabiApiException>(call);
        Assert.Equal(kind, exception.Kind);
        Assert.All(says, text => Assert.Contains(text, exception.Message, StringComparison.OrdinalIgnoreCase));
        return exception;
    }

    /// <summary>The failure of any call as a class of exception, looked through for secrets.</summary>
    public async Task<TException> FailsAsync<TException>(Func<Task> call)
        where TException : Exception
    {
        TException exception = await Assert.ThrowsAnyAsync<TException>(call);
        _recorder.Look(exception);
        return exception;
    }

    /// <summary>Lets time pass, as fast as the client can follow, until a call has ended.</summary>
    public async Task PassTimeAsync(Task call)
    {
        const int longest = 10_000_000;
        for (int second = 0; !call.IsCompleted && second < longest; second++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(call.IsCompleted, "The call has no time limit.");
    }

    /// <summary>Asserts how many requests were sent, the token endpoint aside.</summary>
    public void Sent(int requests) => Assert.Equal(requests, Server.Requests.Count);

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        await Server.DisposeAsync();
        _recorder.Dispose();
        Assert.Empty(_recorder.Leaks);
    }

    private ServiceProvider Build()
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_recorder));
        services.AddKajabi(options =>
        {
            (options.ClientId, options.ClientSecret, options.BaseAddress) = (Secrets.ClientId, Secrets.ClientSecret, Server.Address);
            _options.ForEach(configure => configure(options));
        });
        return services.BuildServiceProvider();
    }
}
