using System.Net;
using System.Text;
using Kajabi.Tests.Serialization.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Serialization;

/// <summary>Minimal APIs and MVC with both formatters.</summary>
public sealed class WebFrameworkTests
{
    private const string Contact = """{"id":"7","type":"contacts","attributes":{"phone_number":"1","custom_17":"blue"}}""";
    private const string Attributes = """{"phone_number":"1","custom_17":"blue"}""";

    public static TheoryData<string> Applications => ["minimal", "mvc", "mvc with Newtonsoft.Json"];

    [Theory]
    [MemberData(nameof(Applications))]
    public async Task A_resource_is_returned_as_JSON_API(string application)
    {
        (HttpStatusCode status, string body) = await SendAsync(application, HttpMethod.Get, "/web/contact", null);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(JToken.DeepEquals(JToken.Parse(Contact), JToken.Parse(body)), body);
    }

    [Theory]
    [MemberData(nameof(Applications))]
    public async Task Attributes_from_a_request_are_marked_as_modified(string application) =>
        Assert.Equal(
            (HttpStatusCode.OK, "phone_number=True custom_17=True name=False"),
            await SendAsync(application, HttpMethod.Post, "/web/attributes", Attributes)
        );

    [Theory]
    [MemberData(nameof(Applications))]
    public async Task A_resource_from_a_request_is_not_marked_as_modified(string application) =>
        Assert.Equal(
            (HttpStatusCode.OK, "received=True assigned=False custom=blue"),
            await SendAsync(application, HttpMethod.Post, "/web/resource", Contact)
        );

    [Theory]
    [MemberData(nameof(Applications))]
    public async Task A_document_without_an_id_is_accepted(string application) =>
        Assert.Equal(
            (HttpStatusCode.OK, "id= name=Ada"),
            await SendAsync(application, HttpMethod.Post, "/web/document", """{"data":{"type":"contacts","attributes":{"name":"Ada"}}}""")
        );

    [Theory]
    [MemberData(nameof(Applications))]
    public async Task An_invalid_document_is_a_bad_request(string application) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(application, HttpMethod.Post, "/web/document", """{"data":[]}""")).Status);

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(
        string application,
        HttpMethod method,
        string path,
        string? body
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        if (application != "minimal")
        {
            IMvcBuilder mvc = builder.Services.AddControllers().AddApplicationPart(typeof(WebController).Assembly);
            _ = application == "mvc" ? mvc : mvc.AddNewtonsoftJson();
        }

        await using WebApplication app = builder.Build();
        if (application == "minimal")
        {
            app.MapGet("/web/contact", WebController.CreateContact);
            app.MapPost("/web/attributes", (ContactAttributes body) => WebController.Describe(body));
            app.MapPost("/web/resource", (Contact body) => WebController.Describe(body));
            app.MapPost("/web/document", (ContactDocument body) => WebController.Describe(body));
        }
        else
        {
            app.MapControllers();
        }

        await app.StartAsync();
        using HttpRequestMessage request = new(method, path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage response = await app.GetTestClient().SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
