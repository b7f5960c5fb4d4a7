using System.Net;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

public sealed class KajabiClientTests
{
    private const string Contact = """{ "data": { "id": "7", "type": "contacts", "attributes": { "name": "Ada" } } }""";

    [Fact]
    public async Task A_request_has_the_token_the_media_type_and_the_User_Agent()
    {
        using TestKajabi kajabi = new(options => options.UserAgent = "Acme.Sync/2.1");
        kajabi.RespondWithToken();
        HttpRequestMessage? sent = null;
        kajabi
            .Network.When(HttpMethod.Get, "https://api.kajabi.com/v1/contacts/7")
            .With(request => (sent = request) is not null)
            .Respond(TestKajabi.MediaType, Contact);

        ContactDocument document = await kajabi.Client.Contacts.GetContactAsync("7");

        Assert.Equal("Ada", document.Data.Attributes.Name);
        Assert.Equal($"Bearer {TestKajabi.Token}", sent!.Headers.Authorization?.ToString());
        Assert.Equal(TestKajabi.MediaType, sent.Headers.Accept.ToString());
        Assert.Matches(
            @"^Kajabi\.Generated/\d+\.\d+\.\d+(-[\w.-]+)? \(\.NET \d+[\d.]*\) Acme\.Sync/2\.1$",
            sent.Headers.UserAgent.ToString()
        );
    }

    [Fact]
    public async Task A_document_has_the_status_headers_and_request_id_of_its_response()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When("https://api.kajabi.com/v1/contacts/7")
            .Respond(HttpStatusCode.OK, [new("x-request-id", "req-1"), new("etag", "W/\"a\"")], TestKajabi.MediaType, Contact);

        KajabiResponse response = (await kajabi.Client.Contacts.GetContactAsync("7")).Response!;

        Assert.Equal((HttpStatusCode.OK, "req-1", "W/\"a\""), (response.StatusCode, response.RequestId, response.ETag));
    }

    [Fact]
    public async Task A_body_is_sent_as_JSON_API_without_a_charset_and_with_assigned_members_only()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        (string? type, string? body) = (null, null);
        kajabi
            .Network.When(HttpMethod.Patch, "https://api.kajabi.com/v1/contacts/7")
            .Respond(async request =>
            {
                (type, body) = (request.Content!.Headers.ContentType!.ToString(), await request.Content.ReadAsStringAsync());
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Contact, null, TestKajabi.MediaType) };
            });

        await kajabi.Client.Contacts.UpdateContactAsync(
            "7",
            new ContactDocument { Data = { Id = "7", Attributes = { PhoneNumber = null } } }
        );

        Assert.Equal("application/vnd.api+json", type);
        Assert.Equal("""{"data":{"id":"7","type":"contacts","attributes":{"phone_number":null}}}""", body);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, "")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.OK, "{}")]
    [InlineData(HttpStatusCode.OK, "{\"data\":{}}")]
    public async Task A_deletion_succeeds_with_any_body(HttpStatusCode status, string body)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi.Network.When(HttpMethod.Delete, "https://api.kajabi.com/v1/contacts/7").Respond(status, TestKajabi.MediaType, body);

        Assert.Equal(status, (await kajabi.Client.Contacts.DeleteContactAsync("7")).StatusCode);
    }

    [Theory]
    [InlineData("application/vnd.api+json")]
    [InlineData("application/json; charset=utf-99")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("text/json")]
    [InlineData(null)]
    public async Task A_document_is_read_with_any_JSON_media_type(string? media)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When("https://api.kajabi.com/v1/contacts/7")
            .Respond(_ =>
            {
                HttpResponseMessage response = new(HttpStatusCode.OK)
                {
                    Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Contact)),
                };
                response.Content.Headers.TryAddWithoutValidation("Content-Type", media is null ? [] : [media]);
                return response;
            });

        Assert.Equal("Ada", (await kajabi.Client.Contacts.GetContactAsync("7")).Data.Attributes.Name);
    }

    [Fact]
    public async Task A_buffered_response_is_not_copied_again()
    {
        byte[] page = new byte[1024 * 1024];
        using HttpResponseMessage response = new(HttpStatusCode.OK);
        using PooledBody body = new();
        await body.TryFillAsync(new MemoryStream(page), page.Length, CancellationToken.None);
        using BufferedResponseContent content = new(
            body,
            response,
            new SecretRedactor(new KajabiClientOptions(), new HttpRequestMessage()),
            TimeProvider.System
        );
        content.SkipBuffering();

        long before = GC.GetAllocatedBytesForCurrentThread();
        await content.LoadIntoBufferAsync();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 64 * 1024);
    }

    [Theory]
    [InlineData("1/../2", "/v1/contacts/1%2F..%2F2")]
    [InlineData("1#x", "/v1/contacts/1%23x")]
    [InlineData("100%", "/v1/contacts/100%25")]
    [InlineData("1?a=b", "/v1/contacts/1%3Fa%3Db")]
    [InlineData("1\\..\\2", "/v1/contacts/1%5C..%5C2")]
    [InlineData("1;jsessionid=x", "/v1/contacts/1%3Bjsessionid%3Dx")]
    [InlineData("%2e%2e", "/v1/contacts/%252e%252e")]
    public async Task An_id_is_escaped_as_one_path_segment(string id, string path)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        Uri? sent = null;
        kajabi
            .Network.When(HttpMethod.Get, "*")
            .With(request => (sent = request.RequestUri) is not null)
            .Respond(TestKajabi.MediaType, Contact);

        await kajabi.Client.Contacts.GetContactAsync(id);

        Assert.Equal(path, sent!.AbsolutePath);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("1\r\n2")]
    [InlineData("1\0")]
    public async Task An_id_that_would_change_the_path_is_rejected_before_any_request(string id)
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.RespondWithToken();

        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.Contacts.GetContactAsync(id));

        Assert.Equal(0, kajabi.Network.GetMatchCount(token));
    }
}
