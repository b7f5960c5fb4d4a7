using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>Headers, methods and the version.</summary>
public sealed class HttpTests : RawSandboxTestBase
{
    [Fact]
    public async Task The_version_has_the_members_of_the_OpenAPI_document_and_needs_no_token()
    {
        Sandbox.Http.DefaultRequestHeaders.Authorization = null;
        JObject version = await Sandbox.GetAsync("/v1/version");

        Assert.Equal(["title", "version"], Names(version["meta"]));
        Assert.Equal(["documentation"], Names(version["links"]));
        // The misspelling is the API's.
        Assert.Equal(["version", "specficiation"], Names(version["jsonapi"]));
    }

    [Theory]
    [InlineData("/v1/contacts", 200)]
    [InlineData("/v1/contacts/123", 200)]
    [InlineData("/v1/version", 200)]
    [InlineData("/v1/contacts/999", 404)]
    [InlineData("/v1/unknown", 404)]
    public async Task HEAD_has_the_status_and_the_headers_of_GET_without_a_body(string address, int status)
    {
        using HttpRequestMessage head = new(HttpMethod.Head, new Uri(address, UriKind.Relative));
        using HttpResponseMessage empty = await Sandbox.Http.SendAsync(head);
        using HttpResponseMessage full = await Sandbox.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal((status, status), ((int)empty.StatusCode, (int)full.StatusCode));
        Assert.Equal(full.Content.Headers.ContentType, empty.Content.Headers.ContentType);
        Assert.Equal(full.Content.Headers.ContentLength, empty.Content.Headers.ContentLength);
        Assert.Equal(full.Headers.ETag, empty.Headers.ETag);
        Assert.Empty(await empty.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_entity_tag_changes_with_the_content()
    {
        string before = await GetTagAsync();
        string again = await GetTagAsync();
        await Sandbox.SendAsync(HttpMethod.Patch, "/v1/contacts/123", Write("contacts", """{ "name": "Jo" }"""));

        Assert.StartsWith("W/\"", before, StringComparison.Ordinal);
        Assert.Equal(before, again);
        Assert.NotEqual(before, await GetTagAsync());
    }

    [Theory]
    [InlineData("PUT", "/v1/contacts/123/relationships/tags")]
    [InlineData("PUT", "/v1/contacts/123")]
    [InlineData("DELETE", "/v1/sites/1")]
    [InlineData("PATCH", "/v1/offers/456")]
    [InlineData("POST", "/v1/orders")]
    [InlineData("POST", "/v1/offers/456/relationships/products")]
    public async Task Operations_that_the_API_does_not_have_are_unknown_paths(string method, string address)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(address, UriKind.Relative));
        request.Content = new StringContent("""{ "data": [] }""", System.Text.Encoding.UTF8, RawSandbox.MediaType);
        using HttpResponseMessage response = await Sandbox.Http.SendAsync(request);

        Assert.Equal((404, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private static IEnumerable<string> Names(JToken? part) => ((JObject)part!).Properties().Select(static member => member.Name);

    private async Task<string> GetTagAsync()
    {
        using HttpResponseMessage response = await Sandbox.Http.GetAsync(new Uri("/v1/contacts/123", UriKind.Relative));
        return response.Headers.ETag!.ToString();
    }
}
