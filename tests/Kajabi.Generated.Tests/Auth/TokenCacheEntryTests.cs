using Kajabi.Tests.Client;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>The use of the distributed cache: how long an entry lives, whose entry it is, and how long a request waits for it.</summary>
public sealed class TokenCacheEntryTests
{
    private readonly InMemoryHybridCache _store = new();

    [Fact]
    public async Task An_entry_lives_as_long_as_its_token()
    {
        using TestKajabi kajabi = Start();
        FakeTokenServer service = new(kajabi.Network, expiresIn: 3600);

        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal([TimeSpan.FromHours(1)], _store.Expirations);
    }

    [Fact]
    public async Task A_token_that_is_about_to_expire_is_not_stored()
    {
        using TestKajabi kajabi = Start();
        FakeTokenServer service = new(kajabi.Network, expiresIn: 0);

        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Empty(_store.Entries);
    }

    [Fact]
    public async Task Another_address_has_its_own_entry()
    {
        using TestKajabi first = Start();
        using TestKajabi second = Start(static options => options.BaseAddress = new Uri("https://other.example.com"));
        FakeTokenServer service = new(first.Network);
        second
            .Network.When(HttpMethod.Post, "https://other.example.com/v1/oauth/token")
            .Respond("application/json", """{ "access_token": "other", "expires_in": 3600 }""");

        await first.Client.Sites.GetSiteAsync("1");
        await Record.ExceptionAsync(() => second.Client.Sites.GetSiteAsync("1"));

        Assert.Equal(2, _store.Entries.Count);
    }

    [Theory]
    [InlineData(4, 1)] // A quarter of the timeout.
    [InlineData(8, 2)]
    [InlineData(100, 2)]
    [InlineData(null, 2)]
    public async Task The_cache_has_a_part_of_the_timeout(int? timeout, int expected)
    {
        _store.Access = static () => Task.Delay(Timeout.InfiniteTimeSpan);
        using TestKajabi kajabi = Start(options =>
            options.Timeout = timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan
        );
        FakeTokenServer service = new(kajabi.Network);

        Task call = kajabi.Client.Sites.GetSiteAsync("1");

        TimeSpan limit = await kajabi.Time.NextDelayAsync(shorterThan: TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(expected), limit);
        kajabi.Time.Advance(limit);
        await kajabi.Time.AdvanceUntilCompletedAsync(call, shorterThan: TimeSpan.FromSeconds(3));
    }

    private TestKajabi Start(Action<KajabiClientOptions>? configure = null) =>
        new(
            options =>
            {
                options.AccessTokenSharing = AccessTokenSharing.Unprotected;
                configure?.Invoke(options);
            },
            services => services.AddSingleton<HybridCache>(_store)
        );
}
