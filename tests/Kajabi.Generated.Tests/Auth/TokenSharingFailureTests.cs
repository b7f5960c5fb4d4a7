using System.Text;
using Kajabi.Tests.Client;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kajabi.Tests.Auth;

/// <summary>Failures of the cache never fail a request.</summary>
public sealed class TokenSharingFailureTests
{
    [Fact]
    public async Task A_cache_exception_fails_no_request_and_is_logged_without_its_message()
    {
        InMemoryHybridCache store = new() { Access = static () => throw new InvalidOperationException("message-marker") };
        WarningLog warnings = new();
        using TestKajabi kajabi = Start(store, new EphemeralDataProtectionProvider(), warnings);
        FakeTokenServer service = new(kajabi.Network);

        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["token-1"], service.Sent);
        Assert.Equal(
            ["201 Kajabi.AccessToken read InvalidOperationException", "201 Kajabi.AccessToken stored InvalidOperationException"],
            warnings.Lines
        );
    }

    [Fact]
    public async Task A_cache_that_hangs_fails_no_request_after_its_timeout()
    {
        using SemaphoreSlim accesses = new(0);
        InMemoryHybridCache store = new();
        store.Access = () =>
        {
            accesses.Release();
            return Task.Delay(Timeout.InfiniteTimeSpan);
        };
        using TestKajabi kajabi = Start(store, new EphemeralDataProtectionProvider());
        FakeTokenServer service = new(kajabi.Network);
        Task<SiteDocument> call = kajabi.Client.Sites.GetSiteAsync("1");

        // One read, one write.
        await accesses.WaitAsync();
        kajabi.Time.Advance(TimeSpan.FromSeconds(2));
        await accesses.WaitAsync();
        kajabi.Time.Advance(TimeSpan.FromSeconds(2));

        await call;
        Assert.Equal(["token-1"], service.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1\n99999999999999\n3600000\ntoken")] // Never protected.
    [InlineData("no entry at all")]
    public async Task An_entry_that_cannot_be_unprotected_is_replaced(string entry)
    {
        await AssertReplacedAsync(Encoding.UTF8.GetBytes(entry), AccessTokenSharing.Protected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2\n99999999999999\n3600000\ntoken")]
    [InlineData("1\nsoon\n3600000\ntoken")]
    [InlineData("1\n99999999999999\n3600000\nto ken")]
    [InlineData("1\n99999999999999\n3600000\n")]
    [InlineData("1\n99999999999999\n3600000\nto\nken")]
    [InlineData("1\n9223372036854775807\n9223372036854775807\ntoken")]
    [InlineData("1\n0\n3600000\ntoken")]
    public async Task An_entry_that_cannot_be_read_is_replaced(string entry)
    {
        await AssertReplacedAsync(Encoding.UTF8.GetBytes(entry), AccessTokenSharing.Unprotected);
    }

    [Fact]
    public async Task An_entry_protected_with_other_keys_is_replaced()
    {
        InMemoryHybridCache store = new();
        using TestKajabi first = Start(store, new EphemeralDataProtectionProvider());
        using TestKajabi second = Start(store, new EphemeralDataProtectionProvider());
        FakeTokenServer firstService = new(first.Network, name: "first");
        FakeTokenServer secondService = new(second.Network, name: "second");

        await first.Client.Sites.GetSiteAsync("1");
        await second.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["first-1"], firstService.Sent);
        Assert.Equal(["second-1"], secondService.Sent);
    }

    [Theory]
    [InlineData(AccessTokenSharing.Protected, true, false, "AddDataProtection()")]
    [InlineData(AccessTokenSharing.Protected, false, true, "AddHybridCache()")]
    [InlineData(AccessTokenSharing.Unprotected, false, false, "AddHybridCache()")]
    [InlineData((AccessTokenSharing)7, true, true, "None, Protected, Unprotected")]
    public void Missing_services_are_reported_at_startup(AccessTokenSharing sharing, bool hasCache, bool hasKeys, string message)
    {
        ServiceCollection services = new();
        services.AddKajabi(options => (options.ClientId, options.ClientSecret, options.AccessTokenSharing) = ("c", "s", sharing));
        if (hasCache)
        {
            services.AddSingleton<HybridCache>(new InMemoryHybridCache());
        }

        if (hasKeys)
        {
            services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        }

        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Contains(
            message,
            Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_client_without_services_rejects_token_sharing()
    {
        KajabiClientOptions options = new()
        {
            ClientId = "c",
            ClientSecret = "s",
            AccessTokenSharing = AccessTokenSharing.Unprotected,
        };

        Assert.Contains("AddKajabi", Assert.Throws<ArgumentException>(() => new KajabiClient(options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c", "s", "r", null)]
    [InlineData(null, null, "r", null)]
    [InlineData(null, null, null, "t")]
    public void Only_client_credentials_are_shared(string? id, string? secret, string? refreshToken, string? accessToken)
    {
        ServiceCollection services = new();
        services.AddSingleton<HybridCache>(new InMemoryHybridCache());
        services.AddKajabi(options =>
        {
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.AccessToken) = (id, secret, refreshToken, accessToken);
            options.AccessTokenSharing = AccessTokenSharing.Unprotected;
        });
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Contains(
            "client credentials only",
            Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<KajabiClient>()).Message,
            StringComparison.Ordinal
        );
    }

    private static async Task AssertReplacedAsync(byte[] entry, AccessTokenSharing sharing)
    {
        InMemoryHybridCache store = new();
        using TestKajabi kajabi = Start(store, new EphemeralDataProtectionProvider(), sharing: sharing);
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        string key = store.Entries.Keys.Single();
        store.Entries[key] = entry;
        kajabi.Time.Advance(TimeSpan.FromSeconds(3600));

        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["token-1", "token-2"], service.Sent);
        Assert.NotEqual(entry, store.Entries[key]);
    }

    private static TestKajabi Start(
        InMemoryHybridCache store,
        IDataProtectionProvider keys,
        ILoggerProvider? log = null,
        AccessTokenSharing sharing = AccessTokenSharing.Protected
    ) =>
        new(
            options => options.AccessTokenSharing = sharing,
            services =>
            {
                services.AddSingleton<HybridCache>(store).AddSingleton(keys);
                services.AddLogging(logging => logging.AddProvider(log ?? new WarningLog()));
            }
        );

    private sealed class WarningLog : ILoggerProvider
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose() { }

        private sealed class Logger(WarningLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            )
            {
                if (logLevel == LogLevel.Warning && state is IEnumerable<KeyValuePair<string, object?>> values)
                {
                    Assert.Null(exception);
                    IEnumerable<object?> parameters = values
                        .Where(static value => value.Key != "{OriginalFormat}")
                        .OrderBy(static value => value.Key, StringComparer.Ordinal)
                        .Select(static value => value.Value);
                    log.Lines.Add($"{eventId.Id} {category} {string.Join(' ', parameters)}");
                }
            }
        }
    }
}
