using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests.Operations;

/// <summary>Tests the findings about webhooks and callbacks, which are requests of the service.</summary>
public sealed class CallbackTests
{
    private const string Sold = "'sold':{'post':{'responses':{'200':{}}}}";
    private const string Paid = "'paid':{'{$request.body#/url}':{'put':{'responses':{'200':{}}}}}";

    [Theory]
    [InlineData("", Sold, "webhook-added POST webhook sold: null -> POST sold")]
    [InlineData(Sold, "", "webhook-removed POST webhook sold: POST sold -> null")]
    public void A_webhook_is_added_or_removed(string before, string after, string finding) =>
        Assert.Equal(finding, Find(WithWebhooks(before), WithWebhooks(after)));

    [Theory]
    [InlineData("", Paid, "callback-added POST /a: null -> paid {$request.body#/url}")]
    [InlineData(Paid, "", "callback-removed POST /a: paid {$request.body#/url} -> null")]
    public void A_callback_is_added_or_removed(string before, string after, string finding) =>
        Assert.Equal(finding, Find(WithCallbacks(before), WithCallbacks(after)));

    private static JObject WithWebhooks(string webhooks)
    {
        JObject document = SmallContract.WithPaths("{}");
        document["webhooks"] = JToken.Parse($"{{{webhooks}}}");
        return document;
    }

    private static JObject WithCallbacks(string callbacks) =>
        SmallContract.WithPaths($"{{'/a':{{'post':{{'callbacks':{{{callbacks}}},'responses':{{'200':{{}}}}}}}}}}");

    /// <summary>Returns the only finding as <c>id operation: before -> after</c>.</summary>
    private static string Find(JObject before, JObject after)
    {
        Finding finding = Assert.Single(SmallContract.Compare(before, after).Findings);
        return $"{finding.Rule.Id} {finding.Location.Operation}: {finding.Before ?? "null"} -> {finding.After ?? "null"}";
    }
}
