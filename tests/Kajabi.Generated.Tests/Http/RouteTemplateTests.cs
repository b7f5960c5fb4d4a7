namespace Kajabi.Tests.Http;

/// <summary>Path templates of requests that no generated operation describes.</summary>
public sealed class RouteTemplateTests
{
    [Theory]
    [InlineData("/v1/people/johanna-berg", "/v1/people/{id}")]
    [InlineData("/v1/people/v1234567/notes", "/v1/people/{id}/notes")]
    [InlineData("/v1/contacts/abc/relationships/tags/", "/v1/contacts/{id}/relationships/tags")]
    [InlineData("/api/v2/Anna", "/api/v2/{id}")]
    [InlineData("/contacts/anna", "/contacts/{id}")]
    [InlineData("/v1/oauth/token", "/v1/oauth/token")]
    [InlineData("/v1/me", "/v1/me")]
    [InlineData("/", "")]
    public void A_path_template_contains_resource_names_only(string path, string template) =>
        Assert.Equal(template, RouteTemplate.FromPath(path, "/"));
}
