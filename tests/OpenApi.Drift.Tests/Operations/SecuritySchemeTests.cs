using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests.Operations;

/// <summary>Tests security schemes, which are identified by their effect on requests.</summary>
public sealed class SecuritySchemeTests
{
    private const string Flow = "'clientCredentials':{'tokenUrl':'/token','scopes':{'read':'Reads'}}";

    [Theory]
    [InlineData("{'type':'http','scheme':'bearer'}", "{'type':'http','scheme':'Bearer','description':'A token.'}")]
    [InlineData("{'type':'apiKey','in':'header','name':'X-Key'}", "{'type':'apiKey','in':'header','name':'x-key'}")]
    [InlineData(
        "{'type':'oauth2','flows':{" + Flow + "}}",
        "{'type':'oauth2','flows':{'x-flow':{},'clientCredentials':{'scopes':{'x-more':'','read':'Other words'},'tokenUrl':'/token'}}}"
    )]
    public void Schemes_with_the_same_effect_are_the_same(string one, string other)
    {
        Assert.Equal([], Find(one, other));
        Assert.Equal([], Find(other, one));
    }

    [Theory]
    [InlineData(
        "{'type':'apiKey','in':'query','name':'Key'}",
        "{'type':'apiKey','in':'query','name':'key'}",
        "api-security-changed security: apiKey query Key -> apiKey query key"
    )]
    [InlineData(
        "{'type':'apiKey','in':'query','name':'key'}",
        "{'type':'apiKey','in':'cookie','name':'key'}",
        "api-security-changed security: apiKey query key -> apiKey cookie key"
    )]
    [InlineData("{'type':'mutualTLS'}", "{'type':'http','scheme':'basic'}", "api-security-changed security: mutualTLS -> http basic")]
    [InlineData(
        "{'type':'openIdConnect','openIdConnectUrl':'/a'}",
        "{'type':'openIdConnect','openIdConnectUrl':'/b'}",
        "api-security-component-oauth-url-changed security openIdConnect openIdConnectUrl: /a -> /b"
    )]
    [InlineData(
        "{'type':'oauth2','flows':{'implicit':{'authorizationUrl':'/a'}}}",
        "{'type':'oauth2','flows':{'implicit':{'authorizationUrl':'/b'}}}",
        "api-security-component-oauth-url-changed security oauth2 implicit authorizationUrl: /a -> /b"
    )]
    [InlineData(
        "{'type':'oauth2','flows':{'implicit':{'refreshUrl':'/a'}}}",
        "{'type':'oauth2','flows':{'implicit':{}}}",
        "api-security-component-oauth-url-changed security oauth2 implicit refreshUrl: /a -> null"
    )]
    [InlineData(
        "{'type':'oauth2','flows':{'deviceAuthorization':{}}}",
        "{'type':'oauth2','flows':{'deviceAuthorization':{'deviceAuthorizationUrl':'/b'}}}",
        "api-security-component-oauth-url-changed security oauth2 deviceAuthorization deviceAuthorizationUrl: null -> /b"
    )]
    [InlineData(
        "{'type':'oauth2'}",
        "{'type':'oauth2','flows':{" + Flow + "}}",
        "api-security-component-oauth-flow-added security oauth2: null -> clientCredentials"
    )]
    [InlineData(
        "{'type':'oauth2','flows':{'clientCredentials':{'tokenUrl':'/token'}}}",
        "{'type':'oauth2','flows':{" + Flow + "}}",
        "api-security-component-oauth-scope-added security oauth2 clientCredentials: null -> read"
    )]
    public void Schemes_with_another_effect_are_found(string before, string after, string finding) =>
        Assert.Equal([finding], Find(before, after));

    [Theory]
    [InlineData("[{'A':['b','a']}]", "[{'A':['a','b','a']}]", "")]
    [InlineData("[{'A':[]},{'B':[]}]", "[{'B':[]},{'A':[]},{'B':[]}]", "")]
    [InlineData("[{'A':[],'B':[]}]", "[{'B':[],'A':[]}]", "")]
    [InlineData("[]", "[{}]", "")]
    [InlineData(
        "[{'A':['a']},{'B':[]}]",
        "[{'A':['b']},{'B':[]}]",
        "scope-added security A: null -> b, scope-removed security A: a -> null"
    )]
    [InlineData("[{'A':[]},{}]", "[{'A':[]}]", "added security: null -> A")]
    [InlineData("[{'A':[]}]", "[{'A':[]},{}]", "removed security: A -> null")]
    [InlineData("[{'A':['a'],'B':[]},{'B':[]}]", "[{}]", "removed security: A (a) and B or B -> null")]
    [InlineData("[{}]", "[{'A':['a','c']},{'B':[]}]", "added security: null -> A (a, c) or B")]
    [InlineData(
        "[{'A':[]}]",
        "[{'B':[]},{'A':[],'B':[]}]",
        "alternative-removed security: A -> null, alternative-added security: null -> B, " + "alternative-added security: null -> A and B"
    )]
    public void Requirements_are_compared_without_their_order(string before, string after, string findings) =>
        Assert.Equal(
            findings,
            string.Join(", ", Compare(before, after).Findings.Select(Text)).Replace("api-security-", string.Empty, StringComparison.Ordinal)
        );

    [Fact]
    public void An_undeclared_scheme_is_a_defect_and_not_compared()
    {
        DriftReport report = Compare("[{'A':[]}]", "[{'C':[]}]");

        Assert.Empty(report.Findings);
        Assert.Contains("The security scheme `C` is not declared.", Assert.Single(report.Defects).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Find(string before, string after) =>
        SmallContract.Compare(Contract("[{'S':[]}]", $"'S':{before}"), Contract("[{'S':[]}]", $"'S':{after}")).Findings.Select(Text);

    private static DriftReport Compare(string before, string after)
    {
        const string Schemes = "'A':{'type':'A'},'B':{'type':'B'}";
        return SmallContract.Compare(Contract(before, Schemes), Contract(after, Schemes));
    }

    private static JObject Contract(string security, string schemes) =>
        SmallContract.WithPaths(
            "{'/a':{'get':{'security':" + security + ",'responses':{'200':{}}}}}",
            "{'securitySchemes':{" + schemes + "}}"
        );

    private static string Text(Finding finding) =>
        $"{finding.Rule.Id} {finding.Location.Path}: {finding.Before ?? "null"} -> {finding.After ?? "null"}";
}
