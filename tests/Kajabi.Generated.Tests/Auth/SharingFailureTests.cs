using System.Text;
using Kajabi.Tests.Client;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kajabi.Tests.Auth;

/// <summary>What the cache may do to a call: nothing.</summary>
public sealed class SharingFailureTests
{
    [Fact]
    public async Task A_cache_that_throws_fails_no_call_and_is_logged_without_its_words()
    {
        SharedStore store = new() { Access = static () => throw new InvalidOperationException("words-marker") };
        KeptWarnings warnings = new();
        using TestKajabi kajabi = Start(store, new EphemeralDataProtectionProvider(), warnings);
        TokenService service = new(kajabi.Network);

        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["token-1"], service.Sent);
        Assert.Equal(
            ["201 Kajabi.AccessToken read InvalidOperationException", "201 Kajabi.AccessToken stored InvalidOperationException"],
            warnings.Lines
        );
    }

    [Fact]
    public async Task A_cache_that_hangs_costs_its_time_limit_and_no_call()
    {
        using SemaphoreSlim accesses = new(0);
        SharedStore store = new();
        store.Access = () =>
        {
            accesses.Release();
            return Task.Delay(Timeout.InfiniteTimeSpan);
        };
        using TestKajabi kajabi = Start(store, new EphemeralDataProtectionProvider());
        TokenService service = new(kajabi.Network);
        Task<SiteDocument> call = kajabi.Client.Sites.GetSiteAsync("1");

        // Once for reading, once for storing.
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
    public async Task An_entry_of_other_keys_is_replaced()
    {
        SharedStore store = new();
        using TestKajabi first = Start(store, new EphemeralDataProtectionProvider());
        using TestKajabi second = Start(store, new EphemeralDataProtectionProvider());
        TokenService firstService = new(first.Network, name: "first");
        TokenService secondService = new(second.Network, name: "second");

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
    public void What_is_missing_is_told_at_start(AccessTokenSharing sharing, bool hasCache, bool hasKeys, string message)
    {
        ServiceCollection services = new();
        services.AddKajabi(options => (options.ClientId, options.ClientSecret, options.AccessTokenSharing) = ("c", "s", sharing));
        if (hasCache)
        {
            services.AddSingleton<HybridCache>(new SharedStore());
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
    public void A_client_without_services_shares_nothing_and_says_so()
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
        services.AddSingleton<HybridCache>(new SharedStore());
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
        SharedStore store = new();
        using TestKajabi kajabi = Start(store, new EphemeralDataProtectionProvider(), sharing: sharing);
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        string key = store.Entries.Keys.Single();
        store.Entries[key] = entry;
        kajabi.Time.Advance(TimeSpan.FromSeconds(3600));

        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["token-1", "token-2"], service.Sent);
        Assert.NotEqual(entry, store.Entries[key]);
    }

    private static TestKajabi Start(
        SharedStore store,
        IDataProtectionProvider keys,
        ILoggerProvider? log = null,
        AccessTokenSharing sharing = AccessTokenSharing.Protected
    ) =>
        new(
            options => options.AccessTokenSharing = sharing,
            services =>
            {
                services.AddSingleton<HybridCache>(store).AddSingleton(keys);
                services.AddLogging(logging => logging.AddProvider(log ?? new KeptWarnings()));
            }
        );

    private sealed class KeptWarnings : ILoggerProvider
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose() { }

        private sealed class Logger(KeptWarnings kept, string category) : ILogger
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
                    kept.Lines.Add(
                        $"{eventId.Id} {category} {string.Join(' ', values.Where(static value => value.Key != "{OriginalFormat}").OrderBy(static value => value.Key, StringComparer.Ordinal).Select(static value => value.Value))}"
                    );
                }
            }
        }
    }
}
