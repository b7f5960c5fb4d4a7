using Kajabi.Tests;

namespace Kajabi.Sandbox.Tests.Faults;

/// <summary>The requests that faults apply to.</summary>
public sealed class FaultRuleTests : FaultTestBase
{
    [Fact]
    public async Task A_fault_applies_to_the_number_of_matching_requests()
    {
        SandboxFaultRule rule = Sandbox.Faults.Add(
            SandboxFault.InternalServerError(),
            times: 2,
            method: HttpMethod.Get,
            path: "/v1/contacts/*"
        );

        await Kajabi.Contacts.ListContactsAsync();
        await Kajabi.Contacts.UpdateContactAsync("123", new ContactAttributes { Name = "Ann" });
        await Kajabi.Offers.GetOfferAsync("456");
        Assert.Equal(2, rule.RemainingCount);
        await GetErrorAsync();
        Assert.Equal("GET /v1/contacts/*: internal_server_error, 1 left", rule.ToString());
        await GetErrorAsync();
        Assert.Equal("123", (await Kajabi.Contacts.GetContactAsync("123")).Data.Id);
    }

    [Fact]
    public async Task Rules_apply_in_the_order_in_which_they_were_added_until_they_are_removed()
    {
        Sandbox.Faults.Add(SandboxFault.NotFound());
        Sandbox.Faults.Add(SandboxFault.Forbidden(), times: int.MaxValue);

        Assert.Equal(KajabiErrorKind.NotFound, (await GetErrorAsync()).Kind);
        Assert.Equal(KajabiErrorKind.Forbidden, (await GetErrorAsync()).Kind);
        Assert.Equal(KajabiErrorKind.Forbidden, (await GetErrorAsync()).Kind);
        Sandbox.Faults.Clear();
        Assert.Equal("123", (await Kajabi.Contacts.GetContactAsync("123")).Data.Id);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("/v1/**", true)]
    [InlineData("/v1/oauth/token", true)]
    [InlineData("/v1/*", false)]
    [InlineData("/v1/contacts/**", false)]
    public async Task A_token_request_only_has_a_fault_if_a_path_matches_it(string? path, bool hasFault)
    {
        using KajabiClient kajabi = CreateClient(maxAttempts: 1);
        SandboxFaultRule rule = Sandbox.Faults.Add(SandboxFault.Delay(TimeSpan.FromMilliseconds(1)), path: path);

        await kajabi.Contacts.ListContactsAsync();

        SandboxRequest token = Sandbox.Requests.Last(static request => request.Path == "/v1/oauth/token");
        Assert.Equal(hasFault ? rule.Fault : null, token.Fault);
    }

    [Theory]
    [InlineData("/v1/contacts/**", "/v1/contacts", true)]
    [InlineData("/v1/contacts/**", "/v1/contacts/123/relationships/tags", true)]
    [InlineData("/v1/contacts/*/relationships/tags", "/v1/contacts/123/relationships/tags", true)]
    [InlineData("/v1/contacts/*", "/v1/contacts/123/relationships/tags", false)]
    [InlineData("/v1/contacts/*", "/v1/contacts", false)]
    [InlineData("/v1/contacts/12", "/v1/contacts/123", false)]
    [InlineData("/v1/contacts", "//v1/%63ontacts/", true)]
    public async Task A_path_matches_by_segments(string pattern, string path, bool matches)
    {
        using HttpClient http = LoopbackHttp.Create();
        Sandbox.Faults.Add(SandboxFault.Respond(299), path: pattern);

        using HttpResponseMessage response = await http.GetAsync(new Uri(Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority) + path));

        Assert.Equal(matches ? 299 : 401, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("v1/contacts", 1)]
    [InlineData("/v1/contacts?page[number]=2", 1)]
    [InlineData("/v1/contacts", 0)]
    public void An_invalid_rule_is_rejected(string path, int times)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => Sandbox.Faults.Add(SandboxFault.NotFound(), times, path: path));

        Assert.DoesNotContain("Actual value", error.Message, StringComparison.Ordinal);
        Assert.Empty(Sandbox.Faults.Rules);
    }

    [Theory]
    [InlineData("/favicon.ico", false)]
    [InlineData("//v1/oauth/token", false)]
    [InlineData("/v1/%256fauth/token", false)]
    [InlineData("/webhooks/offers/secret/456/activate", true)]
    [InlineData("//v1/contacts", true)]
    public async Task A_rule_without_a_path_applies_to_requests_of_the_API_only(string path, bool hasFault)
    {
        using HttpClient http = LoopbackHttp.Create();
        SandboxFaultRule rule = Sandbox.Faults.Add(SandboxFault.Respond(299));

        using HttpResponseMessage response = await http.GetAsync(new Uri(Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority) + path));

        Assert.Equal((hasFault, hasFault ? 0 : 1), ((int)response.StatusCode == 299, rule.RemainingCount));
    }

    [Fact]
    public async Task A_fault_of_tokens_is_only_used_up_by_a_request_with_a_valid_token()
    {
        using HttpClient http = LoopbackHttp.Create(Sandbox.BaseAddress);
        SandboxFaultRule expired = Sandbox.Faults.Add(SandboxFault.ExpiredToken());
        SandboxFaultRule revoked = Sandbox.Faults.Add(SandboxFault.RevokedToken());

        using HttpResponseMessage without = await http.GetAsync(new Uri("/v1/me", UriKind.Relative));
        http.DefaultRequestHeaders.Authorization = new("Bearer", "unknown");
        using HttpResponseMessage unknown = await http.GetAsync(new Uri("/v1/me", UriKind.Relative));
        Assert.Equal((1, 1), (expired.RemainingCount, revoked.RemainingCount));
        await Assert.ThrowsAsync<KajabiApiException>(() => Kajabi.Me.GetMeAsync()); // With both of its tokens.
        Assert.Equal((0, 0), (expired.RemainingCount, revoked.RemainingCount));
    }

    [Fact]
    public async Task Concurrent_requests_use_a_rule_no_more_often_than_its_number()
    {
        Sandbox.Faults.Add(SandboxFault.InternalServerError(), times: 7);

        bool[] failed = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(async _ =>
                {
                    try
                    {
                        await Kajabi.Contacts.GetContactAsync("123");
                        return false;
                    }
                    catch (KajabiApiException)
                    {
                        return true;
                    }
                })
        );

        Assert.Equal(7, failed.Count(static one => one));
        Assert.Equal(7, Sandbox.Requests.Count(static request => request.Fault is not null));
    }
}
