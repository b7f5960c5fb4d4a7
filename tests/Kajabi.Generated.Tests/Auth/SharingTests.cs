using System.Net;
using System.Text;
using Kajabi.Tests.Client;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

/// <summary>Two processes, as far as a token knows: each has its own services and its own network, and both have one cache.</summary>
public sealed class SharingTests : IDisposable
{
    private readonly SharedStore _store = new();
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly TestKajabi _first;
    private readonly TestKajabi _second;
    private readonly TokenService _firstService;
    private readonly TokenService _secondService;

    public SharingTests()
    {
        (_first, _second) = (Start(_store, _keys), Start(_store, _keys));
        (_firstService, _secondService) = (
            new TokenService(_first.Network, name: "first"),
            new TokenService(_second.Network, name: "second")
        );
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task A_process_that_finds_a_fresh_token_asks_for_none()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        await _second.Client.Sites.GetSiteAsync("1");

        Assert.Empty(_secondService.Forms);
        Assert.Equal(["first-1"], _secondService.Sent);
    }

    [Theory]
    [InlineData(AccessTokenSharing.Protected, false)]
    [InlineData(AccessTokenSharing.Unprotected, true)]
    public async Task The_entry_shows_the_token_only_where_that_was_chosen(AccessTokenSharing sharing, bool isShown)
    {
        SharedStore store = new();
        using TestKajabi kajabi = Start(store, _keys, sharing);
        TokenService service = new(kajabi.Network);

        await kajabi.Client.Sites.GetSiteAsync("1");

        (string key, byte[] entry) = store.Entries.Single();
        Assert.Equal(isShown, Encoding.UTF8.GetString(entry).Contains(service.Sent[0], StringComparison.Ordinal));
        Assert.StartsWith("kajabi:access-token:", key, StringComparison.Ordinal);
        Assert.DoesNotContain(TestKajabi.ClientId, key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_refusal_the_token_that_another_process_has_got_meanwhile_is_taken()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        await _second.Client.Sites.GetSiteAsync("1");
        _firstService.Refuse("first-1");
        _secondService.Refuse("first-1");

        await _first.Client.Sites.GetSiteAsync("1");
        await _second.Client.Sites.GetSiteAsync("1");

        Assert.Equal((2, 0), (_firstService.Forms.Count, _secondService.Forms.Count));
        Assert.Equal(["first-1", "first-1", "first-2"], _secondService.Sent);
    }

    [Fact]
    public async Task A_token_that_nears_its_end_is_replaced_for_all()
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
    public async Task The_process_that_has_got_the_token_is_the_first_to_renew_it()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        await _second.Client.Sites.GetSiteAsync("1");
        _first.Time.Advance(TimeSpan.FromSeconds(3400));
        _second.Time.Advance(TimeSpan.FromSeconds(3400));

        for (int call = 0; call < 100; call++)
        {
            await _second.Client.Sites.GetSiteAsync("1");
        }

        await _first.CallUntilAsync(() => _firstService.Sent[^1] == "first-2");
        _second.Time.Advance(TimeSpan.FromSeconds(30));
        await _second.CallUntilAsync(() => _secondService.Sent[^1] == "first-2");
        Assert.Empty(_secondService.Forms);
    }

    [Fact]
    public async Task The_end_that_stands_in_the_entry_decides_however_long_the_cache_keeps_it()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        _second.Time.Advance(TimeSpan.FromHours(2));

        await _second.Client.Sites.GetSiteAsync("1");

        Assert.Equal(["second-1"], _secondService.Sent);
    }

    [Fact]
    public async Task A_clock_that_is_behind_makes_no_token_live_longer_than_it_can()
    {
        _first.Time.Advance(TimeSpan.FromDays(1));
        await _first.Client.Sites.GetSiteAsync("1");
        await _second.Client.Sites.GetSiteAsync("1");
        _second.Time.Advance(TimeSpan.FromSeconds(3600));

        await _second.Client.Sites.GetSiteAsync("1");

        Assert.Single(_secondService.Forms);
    }

    [Fact]
    public async Task A_shared_token_that_still_lives_is_used_when_no_other_is_to_be_had()
    {
        await _first.Client.Sites.GetSiteAsync("1");
        _second.Time.Advance(TimeSpan.FromSeconds(3500));
        _secondService.Issue = _ => TokenService.Json("{}", HttpStatusCode.InternalServerError);

        await _second.Client.Sites.GetSiteAsync("1");
        await _second.CallUntilAsync(() => _secondService.Forms.Count == 2);
        for (int call = 0; call < 1000; call++)
        {
            await _second.Client.Sites.GetSiteAsync("1");
            await Task.Yield();
        }

        Assert.All(_secondService.Sent, static token => Assert.Equal("first-1", token));
        Assert.Equal(2, _secondService.Forms.Count); // In vain for the first call, and once more before the pause.
    }

    [Fact]
    public async Task A_revoked_token_is_gone_for_all()
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
        _firstService.Issue = _ => TokenService.Json("""{ "access_token": "a", "refresh_token": "refresh-marker", "expires_in": 60 }""");
        await _first.Client.Sites.GetSiteAsync("1");
        byte[] entry = _keys.CreateProtector("Kajabi.AccessToken", _store.Entries.Keys.Single()).Unprotect(_store.Entries.Values.Single());
        _first.Time.Advance(TimeSpan.FromSeconds(60));
        await _first.Client.Sites.GetSiteAsync("1");

        Assert.DoesNotContain("refresh-marker", Encoding.UTF8.GetString(entry), StringComparison.Ordinal);
        Assert.All(_firstService.Forms, static form => Assert.StartsWith("grant_type=client_credentials", form, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Credentials_never_share_even_when_one_entry_is_put_in_the_place_of_another()
    {
        using TestKajabi other = Start(_store, _keys, configure: static options => options.ClientId = "other-client");
        TokenService service = new(other.Network, name: "other");
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
        SharedStore store,
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
