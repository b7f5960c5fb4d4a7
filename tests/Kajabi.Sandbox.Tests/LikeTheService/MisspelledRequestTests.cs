using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>Misspelled requests are rejected as by the service, with the name that is meant.</summary>
public sealed class MisspelledRequestTests : RawSandboxTestBase
{
    [Theory]
    [InlineData("/v1/purchases?include=offr", "offr is not a valid relationship of purchases. Did you mean offer?")]
    [InlineData("/v1/contacts?include=offer", "offer is not a valid relationship of contacts. Did you mean offers?")]
    [InlineData("/v1/courses?include=lessons.medai", "lessons.medai is not a valid relationship of courses. Did you mean lessons.media?")]
    [InlineData("/v1/sites?include=zzz", "zzz is not a valid relationship of sites")]
    public async Task An_unknown_relationship_to_include_is_400_with_the_nearest_name(string address, string detail)
    {
        (int status, JObject body) = await Sandbox.SendAsync(HttpMethod.Get, address);

        Assert.Equal((400, detail), (status, (string?)body["errors"]![0]!["detail"]));
    }

    [Theory]
    [InlineData("contact", "data must be one contacts resource: its type is contacts, not contact")]
    [InlineData("", "data must be one contacts resource: its type is contacts")]
    public async Task A_wrong_type_of_a_new_resource_is_400_with_the_right_one(string type, string detail)
    {
        (int status, JObject body) = await Sandbox.SendAsync(HttpMethod.Post, "/v1/contacts", Write(type, "{}"));

        Assert.Equal((400, detail), (status, (string?)body["errors"]![0]!["detail"]));
    }

    [Fact]
    public async Task A_misspelled_event_of_a_webhook_is_422_with_the_events()
    {
        (int status, JObject body) = await Sandbox.SendAsync(
            HttpMethod.Post,
            "/v1/hooks",
            Write(
                "hooks",
                """{ "event": "tag_add", "target_url": "http://127.0.0.1:9/" }""",
                """{ "site": { "data": { "type": "sites", "id": "1" } } }"""
            )
        );

        Assert.Equal(
            (422, "event is not included in the list: purchase, form_submission, tag_added, tag_removed, payment_succeeded, order_created"),
            (status, (string?)body["errors"]![0]!["detail"])
        );
    }

    [Theory]
    [InlineData("/v1/contact", "/v1/contact is no path of the API. Did you mean /v1/contacts?")]
    [InlineData("/contacts/123", "/contacts/123 is no path of the API. Did you mean /v1/contacts/123?")]
    public async Task A_misspelled_path_is_not_found_and_the_log_names_the_nearest_one(string path, string notice)
    {
        (int status, _) = await Sandbox.SendAsync(HttpMethod.Get, path);

        Assert.Equal(404, status);
        Assert.Equal([notice], Sandbox.Sandbox.Requests[^1].Ignored);
    }
}
