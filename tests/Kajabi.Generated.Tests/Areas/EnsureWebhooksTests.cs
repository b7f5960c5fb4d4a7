using System.Net;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Areas;

/// <summary>Ensuring the webhooks of an endpoint: what is created, and above all what is never removed.</summary>
public sealed class EnsureWebhooksTests
{
    private const string Url = "https://acme.example.com/hooks/kajabi";

    private static readonly Uri s_endpoint = new($"{Url}?secret=new-secret-marker");

    private readonly List<string> _writes = [];

    [Fact]
    public async Task Missing_webhooks_are_created_before_unwanted_ones_of_the_endpoint_are_removed()
    {
        using TestKajabi kajabi = Create(
            Hook("1", "tag_added", s_endpoint.AbsoluteUri),
            Hook("2", "tag_added", s_endpoint.AbsoluteUri), // a duplicate
            Hook("3", "purchase", $"{Url}?secret=old"),
            Hook("4", "tag_removed", s_endpoint.AbsoluteUri),
            Hook("5", "tag_added", s_endpoint.AbsoluteUri, resourceId: "79"),
            Hook("6", "a_new_event", s_endpoint.AbsoluteUri, site: null),
            // Other endpoints and another site.
            Hook("7", "tag_removed", "https://acme.example.com/hooks/other?secret=x"),
            Hook("8", "tag_removed", "https://zapier.example.com/hooks/kajabi"),
            Hook("9", "tag_removed", s_endpoint.AbsoluteUri, site: "2"),
            Hook("10", "tag_removed", "no URL")
        );

        WebhookChanges changes = await EnsureAsync(kajabi);

        Assert.Equal(
            [
                $$"""POST /v1/hooks {"event":"purchase","target_url":"{{s_endpoint}}"}""",
                $$"""POST /v1/hooks {"event":"tag_added","target_url":"{{s_endpoint}}","resource_id":"78"}""",
                "DELETE /v1/hooks/2 ",
                "DELETE /v1/hooks/3 ",
                "DELETE /v1/hooks/4 ",
                "DELETE /v1/hooks/5 ",
                "DELETE /v1/hooks/6 ",
            ],
            _writes
        );
        Assert.Equal([new(WebhookEventType.Purchase), new(WebhookEventType.TagAdded, "78")], changes.Created);
        Assert.Equal(["2", "3", "4", "5", "6"], changes.Removed.Select(static webhook => webhook.Id));
        Assert.Equal("1", Assert.Single(changes.Unchanged).Id);
        Assert.Equal("2 created, 5 removed, 1 unchanged", changes.ToString());
    }

    [Fact]
    public async Task A_dry_run_returns_the_changes_without_making_them()
    {
        using TestKajabi kajabi = Create(Hook("4", "tag_removed", s_endpoint.AbsoluteUri));

        WebhookChanges changes = await EnsureAsync(kajabi, isDryRun: true);

        Assert.Empty(_writes);
        Assert.Equal("3 created, 1 removed, 0 unchanged (dry run)", changes.ToString());
        Assert.True(changes.IsDryRun);
    }

    [Fact]
    public async Task Without_events_all_webhooks_of_the_endpoint_are_removed()
    {
        using TestKajabi kajabi = Create(Hook("1", "tag_added", s_endpoint.AbsoluteUri), Hook("404", "purchase", s_endpoint.AbsoluteUri));

        WebhookChanges changes = await kajabi.Client.Webhooks.EnsureWebhooksAsync(s_endpoint, [], "1");

        Assert.Equal(["DELETE /v1/hooks/1 ", "DELETE /v1/hooks/404 "], _writes); // One was removed meanwhile.
        Assert.Equal(2, changes.Removed.Count);
    }

    [Fact]
    public async Task A_webhook_of_another_application_on_the_same_path_is_never_removed()
    {
        const string Host = "https://script.example.com/exec";
        using TestKajabi kajabi = Create(
            Hook("1", "purchase", $"{Host}?app=other&secret=x"),
            Hook("2", "purchase", $"{Host}?app=mine&secret=old"),
            Hook("3", "purchase", Host)
        );

        await kajabi.Client.Webhooks.EnsureWebhooksAsync(new Uri($"{Host}?secret=new&app=mine"), [], "1");

        Assert.Equal(["DELETE /v1/hooks/2 "], _writes);
    }

    [Fact]
    public async Task Equal_webhooks_in_another_notation_are_wanted()
    {
        using TestKajabi kajabi = Create(Hook("1", "purchase", "https://xn--bcher-kva.example.com/hooks", resourceId: string.Empty));

        WebhookChanges changes = await kajabi.Client.Webhooks.EnsureWebhooksAsync(
            new Uri("https://b\u00fccher.example.com/hooks"),
            [new(WebhookEventType.Purchase, ResourceId: string.Empty)],
            "1"
        );

        Assert.Empty(_writes);
        Assert.Equal("0 created, 0 removed, 1 unchanged", changes.ToString());
    }

    [Fact]
    public async Task A_duplicate_that_can_belong_to_another_site_is_kept()
    {
        using TestKajabi kajabi = Create(
            Hook("1", "purchase", s_endpoint.AbsoluteUri, site: null),
            Hook("2", "purchase", s_endpoint.AbsoluteUri, site: null),
            Hook("3", "purchase", s_endpoint.AbsoluteUri)
        );

        await kajabi.Client.Webhooks.EnsureWebhooksAsync(s_endpoint, [new(WebhookEventType.Purchase)], "1");

        Assert.Equal(["DELETE /v1/hooks/3 "], _writes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_subscription_without_an_event_is_rejected_before_any_request(bool isNull)
    {
        using TestKajabi kajabi = Create();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.Webhooks.EnsureWebhooksAsync(s_endpoint, [isNull ? null! : new WebhookSubscription(default)], "1")
        );
        Assert.Empty(_writes);
    }

    [Theory]
    [InlineData("/hooks/kajabi")]
    [InlineData("ftp://acme.example.com/hooks")]
    public async Task An_unusable_URL_is_rejected(string url)
    {
        using TestKajabi kajabi = Create();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.Webhooks.EnsureWebhooksAsync(new Uri(url, UriKind.RelativeOrAbsolute), [], "1")
        );
    }

    private static Task<WebhookChanges> EnsureAsync(TestKajabi kajabi, bool isDryRun = false) =>
        kajabi.Client.Webhooks.EnsureWebhooksAsync(
            s_endpoint,
            [
                new(WebhookEventType.TagAdded),
                new(WebhookEventType.Purchase),
                new(WebhookEventType.TagAdded, "78"),
                new(WebhookEventType.TagAdded),
            ],
            "1",
            isDryRun
        );

    private static string Hook(string id, string eventName, string url, string? resourceId = null, string? site = "1")
    {
        string resource = resourceId is null ? "null" : $"\"{resourceId}\"";
        string linkage = site is null
            ? string.Empty
            : $$""", "relationships": { "site": { "data": { "type": "sites", "id": "{{site}}" } } }""";
        return $$"""
            { "id": "{{id}}", "type": "hooks", "attributes": { "event": "{{eventName}}", "target_url": "{{url}}",
              "resource_id": {{resource}} }{{linkage}} }
            """;
    }

    private TestKajabi Create(params string[] hooks) =>
        new(
            static options => (options.ClientId, options.ClientSecret, options.AccessToken) = (null, null, "token"),
            network: new DelegateHandler(
                async (request, cancellationToken) =>
                {
                    if (request.Method == HttpMethod.Get)
                    {
                        return Json(HttpStatusCode.OK, $$"""{ "data": [{{string.Join(',', hooks)}}] }""");
                    }

                    string path = request.RequestUri!.AbsolutePath;
                    string body = await request.Content!.ReadAsStringAsync(cancellationToken);
                    string attributes =
                        body.Length == 0 ? body : $"{Newtonsoft.Json.Linq.JObject.Parse(body)["data"]!["attributes"]!.ToString(0)}";
                    _writes.Add($"{request.Method} {path} {attributes}");
                    return path.EndsWith("/404", StringComparison.Ordinal)
                        ? Json(HttpStatusCode.NotFound, "{}")
                        : Json(HttpStatusCode.Created, """{ "data": { "id": "99", "type": "hooks" } }""");
                }
            )
        );

    private static HttpResponseMessage Json(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, null, TestKajabi.MediaType) };
}
