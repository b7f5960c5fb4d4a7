namespace OpenApi.Drift.Tests.Mutations;

/// <summary>Changes of parameters, bodies and responses.</summary>
internal static class MessageEdits
{
    private const string Contacts = "paths['/v1/contacts'].get";
    private const string Hooks = "paths['/v1/hooks'].post";
    private const string JsonApi = "application/vnd.api+json";
    private const string Product = "paths['/v1/products/{id}'].get.responses['200']";
    private const string Sort = $"{Contacts}.parameters[?(@.name=='sort')]";
    private const string Types = "paths['/v1/products'].get.parameters[?(@.name=='filter[exclude_product_types][]')]";
    private const string Token = "paths['/v1/oauth/token'].post.requestBody.content['application/x-www-form-urlencoded']";

    public static IReadOnlyList<OperationEdit> Parameters { get; } =
    [
        new(
            "a parameter is removed",
            null,
            static root => root.RemoveAt(Sort),
            "request-parameter-removed breaking request GET /v1/contacts @ query sort",
            "new-optional-request-parameter info request GET /v1/contacts @ query sort"
        ),
        new(
            "a parameter has another name",
            null,
            static root => root.Replace($"{Sort}.name", "'order'"),
            """
            request-parameter-removed breaking request GET /v1/contacts @ query sort
            new-optional-request-parameter info request GET /v1/contacts @ query order
            """,
            """
            request-parameter-removed breaking request GET /v1/contacts @ query order
            new-optional-request-parameter info request GET /v1/contacts @ query sort
            """
        ),
        new(
            "a required parameter is added",
            null,
            static root =>
                root.List($"{Contacts}.parameters")
                    .Add(JsonTree.Parse("{'name':'X-Site','in':'header','required':true,'schema':{'type':'string'}}")),
            "new-required-request-parameter breaking request GET /v1/contacts @ header X-Site",
            "request-parameter-removed breaking request GET /v1/contacts @ header X-Site"
        ),
        new(
            "a parameter is sent in a different location",
            null,
            static root => root.Replace($"{Sort}.in", "'header'"),
            "request-parameter-location-changed breaking request GET /v1/contacts @ query sort",
            "request-parameter-location-changed breaking request GET /v1/contacts @ header sort"
        ),
        new(
            "a parameter becomes required",
            null,
            static root => root.Replace($"{Sort}.required", "true"),
            "request-parameter-became-required breaking request GET /v1/contacts @ query sort",
            "request-parameter-became-optional info request GET /v1/contacts @ query sort"
        ),
        new(
            "a parameter of the path is added",
            null,
            static root =>
                root.List("paths['/v1/contact_notes/{id}'].parameters")
                    .Add(JsonTree.Parse("{'name':'locale','in':'query','schema':{'type':'string'}}")),
            """
            new-optional-request-parameter info request GET /v1/contact_notes/{id} @ query locale
            new-optional-request-parameter info request PATCH /v1/contact_notes/{id} @ query locale
            new-optional-request-parameter info request DELETE /v1/contact_notes/{id} @ query locale
            """,
            """
            request-parameter-removed breaking request GET /v1/contact_notes/{id} @ query locale
            request-parameter-removed breaking request PATCH /v1/contact_notes/{id} @ query locale
            request-parameter-removed breaking request DELETE /v1/contact_notes/{id} @ query locale
            """
        ),
        new(
            "a parameter is deprecated",
            null,
            static root => root.Set(Sort, "deprecated", "true"),
            "request-parameter-deprecated info request GET /v1/contacts @ query sort",
            "request-parameter-reactivated info request GET /v1/contacts @ query sort"
        ),
        new(
            "the style of a parameter changes",
            null,
            static root => root.Set(Types, "style", "'pipeDelimited'"),
            "request-parameter-style-changed breaking request GET /v1/products @ query filter[exclude_product_types][]",
            "request-parameter-style-changed breaking request GET /v1/products @ query filter[exclude_product_types][]"
        ),
        new(
            "an array in a parameter is not exploded",
            null,
            static root => root.Set(Types, "explode", "false"),
            "request-parameter-explode-changed breaking request GET /v1/products @ query filter[exclude_product_types][]",
            "request-parameter-explode-changed breaking request GET /v1/products @ query filter[exclude_product_types][]"
        ),
        new(
            "reserved characters are allowed",
            null,
            static root => root.Set(Sort, "allowReserved", "true"),
            "request-parameter-reserved-allowed info request GET /v1/contacts @ query sort",
            "request-parameter-reserved-forbidden breaking request GET /v1/contacts @ query sort"
        ),
        new(
            "an empty parameter is allowed",
            null,
            static root => root.Set(Sort, "allowEmptyValue", "true"),
            "request-parameter-empty-allowed info request GET /v1/contacts @ query sort",
            "request-parameter-empty-forbidden breaking request GET /v1/contacts @ query sort"
        ),
        new(
            "a parameter has a media type",
            null,
            static root =>
            {
                root.RemoveAt($"{Sort}.schema");
                root.Set(Sort, "content", "{'application/json':{'schema':{'type':'string'}}}");
            },
            "request-parameter-media-type-changed breaking request GET /v1/contacts @ query sort",
            "request-parameter-media-type-changed breaking request GET /v1/contacts @ query sort"
        ),
        new(
            "the type of a path parameter changes",
            null,
            static root => root.Replace("paths['/v1/contacts/{id}'].delete.parameters[0].schema.type", "'integer'"),
            "request-parameter-type-changed breaking request DELETE /v1/contacts/{id} @ path id",
            "request-parameter-type-changed breaking request DELETE /v1/contacts/{id} @ path id"
        ),
    ];

    public static IReadOnlyList<OperationEdit> Bodies { get; } =
    [
        new(
            "a body is removed",
            null,
            static root => root.RemoveAt($"{Hooks}.requestBody"),
            "request-body-removed breaking request POST /v1/hooks @",
            "request-body-added-optional info request POST /v1/hooks @"
        ),
        new(
            "a required body is added",
            null,
            static root =>
                root.Set(
                    "paths['/v1/purchases/{id}/deactivate'].post",
                    "requestBody",
                    "{'required':true,'content':{'application/json':{'schema':{'type':'object'}}}}"
                ),
            "request-body-added-required breaking request POST /v1/purchases/{id}/deactivate @",
            "request-body-removed breaking request POST /v1/purchases/{id}/deactivate @"
        ),
        new(
            "a body becomes required",
            null,
            static root => root.Set($"{Hooks}.requestBody", "required", "true"),
            "request-body-became-required breaking request POST /v1/hooks @",
            "request-body-became-optional info request POST /v1/hooks @"
        ),
        new(
            "a media type of a body is added",
            null,
            static root => root.Set($"{Hooks}.requestBody.content", "application/json", "{'schema':{'type':'object'}}"),
            "request-body-media-type-added info request POST /v1/hooks @ application/json",
            "request-body-media-type-removed breaking request POST /v1/hooks @ application/json"
        ),
        new(
            "the media type of a body changes",
            null,
            static root => root.Rename($"{Hooks}.requestBody.content['{JsonApi}']", "application/json"),
            """
            request-body-media-type-added info request POST /v1/hooks @ application/json
            request-body-media-type-removed breaking request POST /v1/hooks @ application/vnd.api+json
            """,
            """
            request-body-media-type-removed breaking request POST /v1/hooks @ application/json
            request-body-media-type-added info request POST /v1/hooks @ application/vnd.api+json
            """
        ),
        new(
            "the encoding of a form changes",
            null,
            static root => root.Set(Token, "encoding", "{'scope':{'style':'spaceDelimited'}}"),
            "request-body-encoding-changed breaking request POST /v1/oauth/token @ application/x-www-form-urlencoded scope",
            "request-body-encoding-changed breaking request POST /v1/oauth/token @ application/x-www-form-urlencoded scope"
        ),
        new(
            "the encoding of a form in a response changes",
            static root =>
                root.Set(
                    "paths['/v1/version'].get.responses['200']",
                    "content",
                    "{'multipart/form-data':{'schema':{'properties':{'a':{}}}}}"
                ),
            static root =>
                root.Set(
                    "paths['/v1/version'].get.responses['200']",
                    "content",
                    "{'multipart/form-data':{'schema':{'properties':{'a':{}}},'encoding':{'a':{'contentType':'image/png'}}}}"
                ),
            "response-body-encoding-changed breaking response GET /v1/version @ 200 multipart/form-data a",
            "response-body-encoding-changed breaking response GET /v1/version @ 200 multipart/form-data a"
        ),
        new(
            "a member of a body becomes optional",
            null,
            static root => root.RemoveAt($"{Hooks}.requestBody.content['{JsonApi}'].schema.required"),
            "request-property-became-optional info request POST /v1/hooks @ application/vnd.api+json data",
            "request-property-became-required breaking request POST /v1/hooks @ application/vnd.api+json data"
        ),
    ];

    public static IReadOnlyList<OperationEdit> Responses { get; } =
    [
        new(
            "an error response is added",
            null,
            static root => root.Set("paths['/v1/me'].get.responses", "429", "{'description':'slow down'}"),
            "response-non-success-status-added info response GET /v1/me @ 429",
            "response-non-success-status-removed info response GET /v1/me @ 429"
        ),
        new(
            "a range of error responses is added",
            null,
            static root => root.Set("paths['/v1/me'].get.responses", "5xx", "{'description':'broken'}"),
            "response-non-success-status-added info response GET /v1/me @ 5XX",
            "response-non-success-status-removed info response GET /v1/me @ 5XX"
        ),
        new(
            "a default response is added",
            null,
            static root => root.Set("paths['/v1/me'].get.responses", "default", "{'description':'else'}"),
            "response-non-success-status-added info response GET /v1/me @ default",
            "response-non-success-status-removed info response GET /v1/me @ default"
        ),
        new(
            "a success response is added",
            null,
            static root => root.Set("paths['/v1/me'].get.responses", "206", "{'description':'part'}"),
            "response-success-status-added breaking response GET /v1/me @ 206",
            "response-success-status-removed breaking response GET /v1/me @ 206"
        ),
        new(
            "the success status code changes",
            null,
            static root => root.Rename($"{Hooks}.responses['201']", "200"),
            """
            response-success-status-removed breaking response POST /v1/hooks @ 201
            response-success-status-added breaking response POST /v1/hooks @ 200
            """,
            """
            response-success-status-removed breaking response POST /v1/hooks @ 200
            response-success-status-added breaking response POST /v1/hooks @ 201
            """
        ),
        new(
            "a media type of a response is added",
            null,
            static root => root.Set($"{Product}.content", "text/csv", "{'schema':{'type':'string'}}"),
            "response-media-type-added breaking response GET /v1/products/{id} @ 200 text/csv",
            "response-media-type-removed breaking response GET /v1/products/{id} @ 200 text/csv"
        ),
        new(
            "the body of a response is removed",
            null,
            static root => root.RemoveAt($"{Product}.content"),
            "response-media-type-removed breaking response GET /v1/products/{id} @ 200 application/vnd.api+json",
            "response-media-type-added breaking response GET /v1/products/{id} @ 200 application/vnd.api+json"
        ),
        new(
            "a header is added",
            null,
            static root => root.Set(Product, "headers", "{'ETag':{'schema':{'type':'string'}}}"),
            "response-header-added info response GET /v1/products/{id} @ 200 header ETag",
            "response-header-removed breaking response GET /v1/products/{id} @ 200 header ETag"
        ),
        new(
            "a header becomes required",
            static root => root.Set(Product, "headers", "{'ETag':{'schema':{'type':'string'}}}"),
            static root => root.Set(Product, "headers", "{'etag':{'required':true,'schema':{'type':'string'}}}"),
            "response-header-became-required info response GET /v1/products/{id} @ 200 header ETag",
            "response-header-became-optional breaking response GET /v1/products/{id} @ 200 header etag"
        ),
        new(
            "a header is deprecated",
            static root => root.Set(Product, "headers", "{'ETag':{'schema':{'type':'string'}}}"),
            static root => root.Set(Product, "headers", "{'ETag':{'deprecated':true,'schema':{'type':'string'}}}"),
            "response-header-deprecated info response GET /v1/products/{id} @ 200 header ETag",
            "response-header-reactivated info response GET /v1/products/{id} @ 200 header ETag"
        ),
        new(
            "a header is serialized differently",
            static root => root.Set(Product, "headers", "{'X-Page':{'schema':{'type':'object'}}}"),
            static root => root.Set(Product, "headers", "{'X-Page':{'explode':true,'schema':{'type':'object'}}}"),
            "response-header-style-changed breaking response GET /v1/products/{id} @ 200 header X-Page",
            "response-header-style-changed breaking response GET /v1/products/{id} @ 200 header X-Page"
        ),
        new(
            "a link is added",
            null,
            static root => root.Set(Product, "links", "{'offers':{'operationRef':'#/paths/~1v1~1offers/get'}}"),
            "response-link-added info response GET /v1/products/{id} @ 200 link offers",
            "response-link-removed info response GET /v1/products/{id} @ 200 link offers"
        ),
        new(
            "the target of a link changes",
            static root => root.Set(Product, "links", "{'offers':{'operationRef':'#/paths/~1v1~1offers/get'}}"),
            static root => root.Set(Product, "links", "{'offers':{'operationRef':'#/paths/~1v1~1sites/get'}}"),
            "response-link-changed info response GET /v1/products/{id} @ 200 link offers",
            "response-link-changed info response GET /v1/products/{id} @ 200 link offers"
        ),
    ];
}
