using System.Net;
using System.Text;
using Kajabi.Tests.Client;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>Simulates two processes: each has its own services and network, and both share one cache.</summary>
public sealed class TokenSharingTests : IDisposable
{
    private readonly InMemoryHybridCache _store = new();
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly TestKajabi _first;
    private readonly TestKajabi _second;
    private readonly FakeTokenServer _firstService;
    private readonly FakeTokenServer _secondService;

    public TokenSharingTests()
    {
        (_first, _second) = (Start(_store, _keys), Start(_store, _keys));
        (_firstService, _secondService) = (
            new FakeTokenServer(_first.Network, name: "first"),
            new FakeTokenServer(_second.Network, name: "second")
        );
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task A_process_with_a_fresh_shared_token_sends_no_token_request()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        await _second.Client.Sites.GetSiteAsync("1");

        Assert.Empty(_secondService.Forms);
        Assert.Equal(["first-1"], _secondService.Sent);
    }

    [Theory]
    [InlineData(AccessTokenSharing.Protected, false)]
    [InlineData(AccessTokenSharing.Unprotected, true)]
    public async Task The_cache_entry_contains_the_plain_token_only_if_unprotected(AccessTokenSharing sharing, bool isShown)
    {
        InMemoryHybridCache store = new();
        using TestKajabi kajabi = Start(store, _keys, sharing);
        FakeTokenServer service = new(kajabi.Network);

        await kajabi.Client.Sites.GetSiteAsync("1");

        (string key, byte[] entry) = store.Entries.Single();
        Assert.Equal(isShown, Encoding.UTF8.GetString(entry).Contains(service.Sent[0], StringComparison.Ordinal));
        Assert.StartsWith("kajabi:access-token:", key, StringComparison.Ordinal);
        Assert.DoesNotContain(TestKajabi.ClientId, key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_401_the_token_refreshed_by_another_process_is_used()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        await _second.Client.Sites.GetSiteAsync("1");
        _firstService.Reject("first-1");
        _secondService.Reject("first-1");

        await _first.Client.Sites.GetSiteAsync("1");
        await _second.Client.Sites.GetSiteAsync("1");

        Assert.Equal((2, 0), (_firstService.Forms.Count, _secondService.Forms.Count));
        Assert.Equal(["first-1", "first-1", "first-2"], _secondService.Sent);
    }

    [Fact]
    public async Task A_token_that_is_about_to_expire_is_replaced_for_all_processes()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        _second.Time.Advance(TimeSpan.FromSeconds(3400));
        _first.Time.Advance(TimeSpan.FromSeconds(3550));

        await _second.Client.Sites.GetSiteAsync("1");
        await _first.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["second-1"], _secondService.Sent);
        Assert.Equal(["first-1", "second-1"], _firstService.Sent);
    }

    [Fact]
    public async Task The_process_that_requested_the_token_refreshes_it_first()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        await _second.Client.Sites.GetSiteAsync("1");
        _first.Time.Advance(TimeSpan.FromSeconds(3400));
        _second.Time.Advance(TimeSpan.FromSeconds(3400));

        for (int call = 0; call < 100; call++)
        {
            await _second.Client.Sites.GetSiteAsync("1");
        }

        await _first.WaitUntilAsync(() => _firstService.Sent[^1] == "first-2");
        _second.Time.Advance(TimeSpan.FromSeconds(30));
        await _second.WaitUntilAsync(() => _secondService.Sent[^1] == "first-2");
        Assert.Empty(_secondService.Forms);
    }

    [Fact]
    public async Task The_expiration_in_the_entry_applies_even_if_the_cache_returns_it_longer()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        _second.Time.Advance(TimeSpan.FromHours(2));

        await _second.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["second-1"], _secondService.Sent);
    }

    [Fact]
    public async Task A_clock_that_is_behind_does_not_extend_the_lifetime_of_a_token()
    {
        _first.Time.Advance(TimeSpan.FromDays(1));
        await _first.Client.Sites.GetSiteAsync("1");
        await _second.Client.Sites.GetSiteAsync("1");
        _second.Time.Advance(TimeSpan.FromSeconds(3600));

        await _second.Client.Sites.GetSiteAsync("1");

        Assert.Single(_secondService.Forms);
    }

    [Fact]
    public async Task A_valid_shared_token_is_used_when_no_new_token_can_be_obtained()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        _second.Time.Advance(TimeSpan.FromSeconds(3500));
        _secondService.CreateResponse = _ => FakeTokenServer.Json("{}", HttpStatusCode.InternalServerError);

        await _second.Client.Sites.GetSiteAsync("1");
        await _second.WaitUntilAsync(() => _secondService.Forms.Count == 2);
        for (int call = 0; call < 1000; call++)
        {
            await _second.Client.Sites.GetSiteAsync("1");
            await Task.Yield();
        }

        Assert.All(_secondService.Sent, static token => Assert.Equal("first-1", token));
        Assert.Equal(2, _secondService.Forms.Count); // One failed attempt for the first request, and one before the retry delay.
    }

    [Fact]
    public async Task A_revoked_token_is_removed_for_all_processes()
    {
        _first.Network.When(HttpMethod.Post, "https://api.kajabi.com/v1/oauth/revoke").Respond(HttpStatusCode.OK);
        await _first.Client.Sites.GetSiteAsync("1");

        await _first.Client.RevokeAccessTokenAsync();
        await _second.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["second-1"], _secondService.Sent);
    }

    [Fact]
    public async Task A_refresh_token_is_neither_stored_nor_used()
    {
        _firstService.CreateResponse = _ =>
            FakeTokenServer.Json("""{ "access_token": "a", "refresh_token": "refresh-marker", "expires_in": 60 }""");
        await _first.Client.Sites.GetSiteAsync("1");
        byte[] entry = _keys.CreateProtector("Kajabi.AccessToken", _store.Entries.Keys.Single()).Unprotect(_store.Entries.Values.Single());
        _first.Time.Advance(TimeSpan.FromSeconds(60));
        await _first.Client.Sites.GetSiteAsync("1");

        Assert.DoesNotContain("refresh-marker", Encoding.UTF8.GetString(entry), StringComparison.Ordinal);
        Assert.All(_firstService.Forms, static form => Assert.StartsWith("grant_type=client_credentials", form, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Different_credentials_never_share_a_token_even_if_cache_entries_are_swapped()
    {
        using TestKajabi other = Start(_store, _keys, configure: static options => options.ClientId = "other-client");
        FakeTokenServer service = new(other.Network, name: "other");
        await _first.Client.Sites.GetSiteAsync("1");
        await other.Client.Sites.GetSiteAsync("1");
        Assert.Equal(["other-1"], service.Sent);

        byte[] entry = _store.Entries.First(pair => Unprotected(pair.Key, pair.Value).Contains("other-1", StringComparison.Ordinal)).Value;
        foreach (string key in _store.Entries.Keys)
        {
            _store.Entries[key] = entry;
        }

        await _second.Client.Sites.GetSiteAsync("1");
        Assert.Equal(["second-1"], _secondService.Sent);
    }

    private string Unprotected(string key, byte[] entry) =>
        Encoding.UTF8.GetString(_keys.CreateProtector("Kajabi.AccessToken", key).Unprotect(entry));

    private static TestKajabi Start(
        InMemoryHybridCache store,
        IDataProtectionProvider keys,
        AccessTokenSharing sharing = AccessTokenSharing.Protected,
        Action<KajabiClientOptions>? configure = null
    ) =>
        new(
            options =>
            {
                options.AccessTokenSharing = sharing;
                configure?.Invoke(options);
            },
            services => services.AddSingleton<HybridCache>(store).AddSingleton(keys)
        );
}
