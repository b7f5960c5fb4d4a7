using System.Net;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

/// <summary>Timeouts and headers of single requests.</summary>
public sealed class RequestOptionsTests
{
    private const string Address = "https://api.kajabi.com/v1/contacts/7";
    private const string Body = """{ "data": { "id": "7", "type": "contacts" } }""";

    [Fact]
    public async Task Only_requests_through_WithOptions_have_the_headers()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        List<string?> sent = [];
        kajabi
            .Network.When(Address)
            .Respond(request =>
            {
                sent.Add(
                    request.Headers.TryGetValues("X-Correlation-Id", out IEnumerable<string>? values) ? string.Join('|', values) : null
                );
                return Ok();
            });

        await kajabi.Client.WithOptions(new() { Headers = { ["X-Correlation-Id"] = "a1" } }).Contacts.GetContactAsync("7");
        await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.Equal(["a1", null], sent);
    }

    [Fact]
    public async Task Nested_options_inherit_headers_that_they_do_not_override()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        HttpRequestMessage? sent = null;
        kajabi
            .Network.When(Address)
            .Respond(request =>
            {
                sent = request;
                return Ok();
            });

        IKajabiClient outer = kajabi.Client.WithOptions(new() { Headers = { ["X-A"] = "1", ["X-B"] = "1" } });
        await outer.WithOptions(new() { Headers = { ["x-b"] = "2" } }).Contacts.GetContactAsync("7");

        Assert.Equal(["1"], sent!.Headers.GetValues("X-A"));
        Assert.Equal(["2"], sent.Headers.GetValues("X-B"));
    }

    [Fact]
    public async Task The_headers_are_sent_with_every_page_of_a_list()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        int requests = 0;
        kajabi
            .Network.When("https://api.kajabi.com/v1/contacts")
            .Respond(request =>
            {
                requests += request.Headers.Contains("X-Correlation-Id") ? 1 : 0;
                return Ok(
                    $$"""
                    { "data": [{ "id": "{{requests}}", "type": "contacts" }], "meta": { "current_page": {{requests}}, "total_pages": 3 } }
                    """
                );
            });

        await foreach (
            Contact _ in kajabi.Client.WithOptions(new() { Headers = { ["X-Correlation-Id"] = "a1" } }).Contacts.ListAllContactsAsync()
        ) { }

        Assert.Equal(3, requests);
    }

    [Theory]
    [InlineData(30, null, 31)]
    [InlineData(30, 300, 301)]
    [InlineData(300, 30, 31)]
    public async Task The_request_timeout_overrides_the_client_timeout(int client, int? call, int elapsed)
    {
        using TestKajabi kajabi = new(options => options.Timeout = TimeSpan.FromSeconds(client));
        kajabi.RespondWithToken();
        TaskCompletionSource requestReceived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi
            .Network.When(Address)
            .Respond(async () =>
            {
                requestReceived.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, kajabi.Time);
                return Ok();
            });

        Task<ContactDocument> pending = kajabi
            .Client.WithOptions(new() { Timeout = call is { } seconds ? TimeSpan.FromSeconds(seconds) : null })
            .Contacts.GetContactAsync("7");
        await requestReceived.Task;
        kajabi.Time.Advance(TimeSpan.FromSeconds(elapsed - 2));
        Assert.False(pending.IsCompleted);
        kajabi.Time.Advance(TimeSpan.FromSeconds(2));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => pending);
        Assert.Equal(KajabiErrorKind.Timeout, exception.Kind);
    }

    [Theory]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("X A", "1")]
    [InlineData("", "1")]
    [InlineData("X-A", "secret\r\nX-B: 2")]
    [InlineData("X-A", "secret ü")]
    public void Invalid_and_reserved_headers_are_rejected_without_their_values(string name, string value)
    {
        using TestKajabi kajabi = new();

        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
            kajabi.Client.WithOptions(new() { Headers = { [name] = value } })
        );

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_timeout_of_zero_is_rejected()
    {
        using TestKajabi kajabi = new();

        Assert.Throws<ArgumentException>(() => kajabi.Client.WithOptions(new() { Timeout = TimeSpan.Zero }));
    }

    [Fact]
    public async Task Disposing_a_client_from_WithOptions_leaves_the_original_client_usable()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(Address).Respond("application/vnd.api+json", Body);

        ((IDisposable)kajabi.Client.WithOptions(new())).Dispose();

        Assert.Equal("7", (await kajabi.Client.Contacts.GetContactAsync("7")).Data.Id);
    }

    private static HttpResponseMessage Ok(string body = Body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/vnd.api+json") };
}
