using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Tests.Mutations;

/// <summary>Changes of operations, security, servers, callbacks and webhooks.</summary>
internal static class OperationEdits
{
    private const string Me = "paths['/v1/me'].get";
    private const string CallbackLocation = "callback delivery {$request.body#/url} POST";
    private const string Callback =
        "{'delivery':{'{$request.body#/url}':{'post':{"
        + "'requestBody':{'content':{'application/json':{'schema':{'type':'object','properties':{'id':{'type':'string'}}}}}},"
        + "'responses':{'200':{'description':'received'}}}}}}";
    private const string Webhook =
        "{'purchase':{'post':{"
        + "'requestBody':{'content':{'application/json':{'schema':{'type':'object','properties':{'id':{'type':'string'}}}}}},"
        + "'responses':{'200':{'description':'received'}}}}}";

    public static IReadOnlyList<OperationEdit> Operations { get; } =
    [
        new(
            "an operation is removed",
            null,
            static root => root.RemoveAt("paths['/v1/hooks/{id}'].delete"),
            "api-removed-without-deprecation breaking none DELETE /v1/hooks/{id} @",
            "endpoint-added info none DELETE /v1/hooks/{id} @"
        ),
        new(
            "a deprecated operation is removed",
            static root => root.Set(Me, "deprecated", "true"),
            static root => root.RemoveAt("paths['/v1/me']"),
            "api-removed-with-deprecation breaking none GET /v1/me @",
            "endpoint-added info none GET /v1/me @"
        ),
        new(
            "an operation is removed before its sunset date",
            static root => root.Set(Me, "x-sunset", "'9999-01-01'"),
            static root => root.RemoveAt("paths['/v1/me']"),
            "api-removed-before-sunset breaking none GET /v1/me @",
            "endpoint-added info none GET /v1/me @"
        ),
        new(
            "an operation is removed after its sunset date",
            static root => root.Set(Me, "x-sunset", "'2001-01-01'"),
            static root => root.RemoveAt("paths['/v1/me']"),
            "api-removed-after-sunset info none GET /v1/me @",
            "endpoint-added info none GET /v1/me @"
        ),
        new(
            "a path changes",
            null,
            static root => root.Rename("paths['/v1/version']", "/v1/versions"),
            """
            api-removed-without-deprecation breaking none GET /v1/version @
            endpoint-added info none GET /v1/versions @
            """,
            """
            api-removed-without-deprecation breaking none GET /v1/versions @
            endpoint-added info none GET /v1/version @
            """
        ),
        new(
            "a method changes",
            null,
            static root => root.Rename("paths['/v1/contacts/{id}'].patch", "put"),
            """
            api-removed-without-deprecation breaking none PATCH /v1/contacts/{id} @
            endpoint-added info none PUT /v1/contacts/{id} @
            """,
            """
            api-removed-without-deprecation breaking none PUT /v1/contacts/{id} @
            endpoint-added info none PATCH /v1/contacts/{id} @
            """
        ),
        new(
            "operations move to another path",
            static root => root.Rename("paths['/v1/hooks']", "/api/v1/hooks"),
            static _ => { },
            """
            api-path-moved breaking none GET /api/v1/hooks @
            api-path-moved breaking none POST /api/v1/hooks @
            """,
            """
            api-path-moved breaking none GET /v1/hooks @
            api-path-moved breaking none POST /v1/hooks @
            """
        ),
        new(
            "an operation moves and changes",
            static root => root.Rename("paths['/v1/me']", "/api/v2/me"),
            static root => root.RemoveAt($"{Me}.responses['403']"),
            """
            api-path-moved breaking none GET /api/v2/me @
            response-non-success-status-removed info response GET /api/v2/me @ 403
            """,
            """
            api-path-moved breaking none GET /v1/me @
            response-non-success-status-added info response GET /v1/me @ 403
            """
        ),
        new(
            "an operation is deprecated",
            null,
            static root => root.Set(Me, "deprecated", "true"),
            "endpoint-deprecated info none GET /v1/me @",
            "endpoint-reactivated info none GET /v1/me @"
        ),
        new(
            "a sunset date is added",
            null,
            static root => root.Set(Me, "x-sunset", "'2027-01-01'"),
            "sunset-added info none GET /v1/me @",
            "sunset-deleted info none GET /v1/me @"
        ),
        new(
            "a sunset date is earlier",
            static root => root.Set(Me, "x-sunset", "'2027-06-01'"),
            static root => root.Set(Me, "x-sunset", "'2027-01-01'"),
            "api-sunset-date-changed-too-small breaking none GET /v1/me @",
            "api-sunset-date-postponed info none GET /v1/me @"
        ),
    ];

    public static IReadOnlyList<OperationEdit> Security { get; } =
    [
        new(
            "security is removed",
            null,
            static root => root.RemoveAt($"{Me}.security"),
            "api-security-removed info request GET /v1/me @ security",
            "api-security-added breaking request GET /v1/me @ security"
        ),
        new(
            "an alternative scheme is added",
            static root => Schemes(root),
            static root =>
            {
                Schemes(root);
                root.List($"{Me}.security").Add(JsonTree.Parse("{'Key':[]}"));
            },
            "api-security-alternative-added info request GET /v1/me @ security",
            "api-security-alternative-removed breaking request GET /v1/me @ security"
        ),
        new(
            "the scheme changes",
            static root => Schemes(root),
            static root =>
            {
                Schemes(root);
                root.Replace($"{Me}.security", "[{'Key':[]}]");
            },
            "api-security-changed breaking request GET /v1/me @ security",
            "api-security-changed breaking request GET /v1/me @ security"
        ),
        new(
            "an additional scheme is required",
            static root => Schemes(root),
            static root =>
            {
                Schemes(root);
                root.Replace($"{Me}.security", "[{'Bearer':[],'Key':[]}]");
            },
            "api-security-scheme-added breaking request GET /v1/me @ security",
            "api-security-scheme-removed info request GET /v1/me @ security"
        ),
        new(
            "a scope is added",
            static root => OAuth(root, "['read']"),
            static root => OAuth(root, "['read','write']"),
            "api-security-scope-added breaking request GET /v1/me @ security oauth2",
            "api-security-scope-removed info request GET /v1/me @ security oauth2"
        ),
        new(
            "a flow is added",
            static root => OAuth(root, "['read']"),
            static root =>
            {
                OAuth(root, "['read']");
                root.Set("components.securitySchemes.OAuth.flows", "password", "{'tokenUrl':'/token','scopes':{}}");
            },
            "api-security-component-oauth-flow-added info request @ security oauth2",
            "api-security-component-oauth-flow-removed breaking request @ security oauth2"
        ),
        new(
            "the URL of a flow changes",
            static root => OAuth(root, "['read']"),
            static root =>
            {
                OAuth(root, "['read']");
                root.Replace("components.securitySchemes.OAuth.flows.clientCredentials.tokenUrl", "'/other'");
            },
            "api-security-component-oauth-url-changed breaking request @ security oauth2 clientCredentials tokenUrl",
            "api-security-component-oauth-url-changed breaking request @ security oauth2 clientCredentials tokenUrl"
        ),
        new(
            "a scope of a flow is added",
            static root => OAuth(root, "['read']"),
            static root =>
            {
                OAuth(root, "['read']");
                root.Set("components.securitySchemes.OAuth.flows.clientCredentials.scopes", "admin", "'all'");
            },
            "api-security-component-oauth-scope-added info request @ security oauth2 clientCredentials",
            "api-security-component-oauth-scope-removed breaking request @ security oauth2 clientCredentials"
        ),
    ];

    public static IReadOnlyList<OperationEdit> ServersAndEvents { get; } =
    [
        new(
            "the server changes",
            null,
            static root => root.Replace("servers[0].url", "'https://api.example.com'"),
            "server-url-changed breaking request @ server https://api.kajabi.com",
            "server-url-changed breaking request @ server https://api.example.com"
        ),
        new(
            "a server is added",
            null,
            static root => root.List("servers").Add(JsonTree.Parse("{'url':'https://eu.kajabi.com/'}")),
            "server-added info request @ server https://eu.kajabi.com",
            "server-removed breaking request @ server https://eu.kajabi.com"
        ),
        new(
            "a server of an operation is added",
            null,
            static root => root.Set(Me, "servers", "[{'url':'https://me.kajabi.com'}]"),
            "server-url-changed breaking request GET /v1/me @ server",
            "server-url-changed breaking request GET /v1/me @ server"
        ),
        new(
            "a callback is added",
            null,
            static root => root.Set("paths['/v1/hooks'].post", "callbacks", Callback),
            "callback-added info none POST /v1/hooks @ callback delivery {$request.body#/url} POST",
            "callback-removed breaking none POST /v1/hooks @ callback delivery {$request.body#/url} POST"
        ),
        new(
            "the body of a callback changes",
            static root => root.Set("paths['/v1/hooks'].post", "callbacks", Callback),
            static root =>
                root.Set(
                    "paths['/v1/hooks'].post",
                    "callbacks",
                    Callback.Replace("'id':{'type':'string'}", "'id':{'type':['string','null']}", StringComparison.Ordinal)
                ),
            $"request-property-became-nullable breaking request POST /v1/hooks @ {CallbackLocation} application/json id",
            $"request-property-became-not-nullable info request POST /v1/hooks @ {CallbackLocation} application/json id"
        ),
        new(
            "a webhook is added",
            null,
            static root => root["webhooks"] = JsonTree.Parse(Webhook),
            "webhook-added info none POST webhook purchase @",
            "webhook-removed breaking none POST webhook purchase @"
        ),
        new(
            "a response of a webhook is added",
            static root => root["webhooks"] = JsonTree.Parse(Webhook),
            static root =>
                root["webhooks"] = JsonTree.Parse(
                    Webhook.Replace("'responses':{", "'responses':{'410':{'description':'removed'},", StringComparison.Ordinal)
                ),
            "response-non-success-status-added info response POST webhook purchase @ 410",
            "response-non-success-status-removed breaking response POST webhook purchase @ 410"
        ),
    ];

    private static void Schemes(JObject root) =>
        root.Set("components.securitySchemes", "Key", "{'type':'apiKey','in':'header','name':'X-Key'}");

    private static void OAuth(JObject root, string scopes)
    {
        root.Set(
            "components.securitySchemes",
            "OAuth",
            "{'type':'oauth2','flows':{'clientCredentials':{'tokenUrl':'/token','scopes':{'read':'r','write':'w'}}}}"
        );
        root.Replace($"{Me}.security", $"[{{'OAuth':{scopes}}}]");
    }
}
