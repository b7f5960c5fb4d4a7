using System.Net;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

/// <summary>What differs for some calls: their time limit and their headers.</summary>
public sealed class CallOptionsTests
{
    private const string Address = "https://api.kajabi.com/v1/contacts/7";
    private const string Body = """{ "data": { "id": "7", "type": "contacts" } }""";

    [Fact]
    public async Task Calls_through_With_carry_the_headers_and_others_do_not()
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
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
    public async Task Options_on_top_of_options_keep_what_they_do_not_replace()
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
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
    public async Task A_list_of_all_pages_carries_the_headers_on_every_page()
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
        int requests = 0;
        kajabi
            .Network.When("https://api.kajabi.com/v1/contacts")
            .Respond(request =>
            {
                requests += request.Headers.Contains("X-Correlation-Id") ? 1 : 0;
                return Ok(
                    $$"""{ "data": [{ "id": "{{requests}}", "type": "contacts" }], "meta": { "current_page": {{requests}}, "total_pages": 3 } }"""
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
    public async Task A_call_ends_at_its_own_limit_or_else_at_that_of_the_client(int client, int? call, int passed)
    {
        using TestKajabi kajabi = new(options => options.Timeout = TimeSpan.FromSeconds(client));
        kajabi.AnswerToken();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi
            .Network.When(Address)
            .Respond(async () =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, kajabi.Time);
                return Ok();
            });

        Task<ContactDocument> pending = kajabi
            .Client.WithOptions(new() { Timeout = call is { } seconds ? TimeSpan.FromSeconds(seconds) : null })
            .Contacts.GetContactAsync("7");
        await asked.Task;
        kajabi.Time.Advance(TimeSpan.FromSeconds(passed - 2));
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
    public void What_would_break_out_of_a_header_or_frame_a_request_is_refused_without_being_quoted(string name, string value)
    {
        using TestKajabi kajabi = new();

        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
            kajabi.Client.WithOptions(new() { Headers = { [name] = value } })
        );

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_limit_that_is_none_is_refused()
    {
        using TestKajabi kajabi = new();

        Assert.Throws<ArgumentException>(() => kajabi.Client.WithOptions(new() { Timeout = TimeSpan.Zero }));
    }

    [Fact]
    public async Task Disposing_of_what_With_made_leaves_the_client_usable()
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
        kajabi.Network.When(Address).Respond("application/vnd.api+json", Body);

        ((IDisposable)kajabi.Client.WithOptions(new())).Dispose();

        Assert.Equal("7", (await kajabi.Client.Contacts.GetContactAsync("7")).Data.Id);
    }

    private static HttpResponseMessage Ok(string body = Body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/vnd.api+json") };
}
