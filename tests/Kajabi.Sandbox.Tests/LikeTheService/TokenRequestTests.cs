using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>Requests for access tokens, and the header that they are sent in.</summary>
public sealed class TokenRequestTests : RawSandboxTestBase
{
    [Theory]
    [InlineData("""{ "grant_type": "client_credentials", "client_id": "sandbox-client", "client_secret": "sandbox-secret" }""", 200, null)]
    [InlineData(
        """{ "grant_type": "client_credentials", "client_id": "sandbox-client", "client_secret": "wrong" }""",
        401,
        "Invalid client credentials"
    )]
    [InlineData("""{ "client_id": "sandbox-client", "client_secret": "sandbox-secret" }""", 400, "grant_type is required")]
    [InlineData("""{ "grant_type": "client_credentials", "client_id": 5 }""", 400, "client_id and client_secret are required")]
    [InlineData("""{ "grant_type": "refresh_token" }""", 400, "refresh_token is required")]
    [InlineData("""{ "grant_type": "refresh_token", "refresh_token": "unknown" }""", 401, "Invalid refresh token")]
    [InlineData("""{ "grant_type": "magic" }""", 400, "grant_type must be client_credentials or refresh_token")]
    [InlineData("""{ "username": "mira@kiln.example.com", "password": "secret" }""", 401, "Invalid credentials")]
    [InlineData("[]", 400, "grant_type is required")]
    [InlineData("{", 400, "grant_type is required")]
    [InlineData("", 400, "grant_type is required")]
    public async Task A_JSON_body_is_accepted_like_a_form(string json, int status, string? error)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await Sandbox.RequestTokenAsync(content);

        JObject body = await RawSandbox.ReadAsync(response);
        Assert.Equal((status, error), ((int)response.StatusCode, (string?)body["error"]));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status == 200, body["access_token"] is not null);
    }

    [Fact]
    public async Task A_token_request_without_a_grant_type_is_rejected()
    {
        using FormUrlEncodedContent content = new(
            new Dictionary<string, string> { ["client_id"] = "sandbox-client", ["client_secret"] = "sandbox-secret" }
        );
        using HttpResponseMessage response = await Sandbox.RequestTokenAsync(content);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    [InlineData("multipart/form-data; boundary=b; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense")]
    public async Task A_charset_that_cannot_be_read_is_a_request_without_a_body(string contentType)
    {
        using ByteArrayContent content = new(Encoding.ASCII.GetBytes("grant_type=client_credentials"));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using HttpResponseMessage response = await Sandbox.RequestTokenAsync(content);

        Assert.True((int)response.StatusCode is 400, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        Assert.NotNull(JObject.Parse(await response.Content.ReadAsStringAsync())["error"]);
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task The_case_of_the_scheme_does_not_matter(string scheme)
    {
        AuthenticationHeaderValue sent = Sandbox.Http.DefaultRequestHeaders.Authorization!;
        Sandbox.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, sent.Parameter);

        Assert.Equal(200, (await Sandbox.SendAsync(HttpMethod.Get, "/v1/me")).Status);
    }

    [Fact]
    public async Task A_token_of_a_JSON_request_can_be_revoked_with_JSON()
    {
        string token = Sandbox.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        await Sandbox.SendAsync(HttpMethod.Post, "/v1/oauth/revoke", new JObject { ["token"] = token }.ToString());

        Assert.Equal(401, (await Sandbox.SendAsync(HttpMethod.Get, "/v1/me")).Status);
    }
}
