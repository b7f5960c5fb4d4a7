using System.Text;
using CsCheck;

namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>
/// No request makes the sandbox fail. <c>KAJABI_RANDOM_REQUESTS</c> sets the number of random requests.
/// </summary>
public sealed class RandomRequestTests : RawSandboxTests
{
    private const int DefaultCount = 3_000;

    private static readonly string[] s_types =
    [
        "blog_posts",
        "contact_notes",
        "contact_tags",
        "contacts",
        "courses",
        "custom_fields",
        "customers",
        "form_submissions",
        "forms",
        "hooks",
        "kajabi_payments_payouts",
        "landing_pages",
        "me",
        "offers",
        "oauth",
        "order_items",
        "orders",
        "podcasts",
        "products",
        "purchases",
        "sites",
        "transactions",
        "version",
        "website_pages",
        "_sandbox",
    ];

    private static readonly string[] s_words =
    [
        "123",
        "321",
        "801",
        "1021",
        "456",
        "default",
        "relationships",
        "tags",
        "offers",
        "products",
        "submit",
        "reactivate",
        "deactivate",
        "cancel_subscription",
        "token",
        "revoke",
        "tag_added_sample",
        "order_created_sample",
        "%00",
        "..",
        "%2F",
        "ü",
        "a b",
        "999999999999999999999999",
    ];

    private static readonly string[] s_parameters =
    [
        "filter[site_id]",
        "filter[created_in_last]",
        "filter[not_created_in_last]",
        "filter[net_revenue_greater_than]",
        "filter[has_all_tag_id]",
        "filter[start_date]",
        "filter[end_date]",
        "filter[updated_at_gte]",
        "filter[quantity_eq]",
        "filter[item_id_in]",
        "filter[exclude_product_types][]",
        "filter[products_page]",
        "filter[products_per]",
        "filter[search]",
        "filter[][]",
        "filter[",
        "filter]",
        "filter",
        "fields[contacts]",
        "fields[",
        "page[number]",
        "page[size]",
        "page",
        "include",
        "sort",
        "[]",
        "=",
        "%",
    ];

    private static readonly string[] s_values =
    [
        "",
        "1",
        "0",
        "-1",
        "2147483647",
        "999999",
        "99999999999999999999",
        "1e400",
        "true",
        "2026-01-01",
        "2026-13-45",
        "0001-01-01",
        "tags,offers.products,customer",
        "-",
        "-name,,",
        "%00",
        "%ED%A0%80",
        "%",
        "\ud83c\udffa",
        "a,b,,c",
    ];

    private static readonly string[] s_members =
    [
        "data",
        "type",
        "id",
        "attributes",
        "relationships",
        "site",
        "contact",
        "name",
        "email",
        "subscribed",
        "external_user_id",
        "custom_1",
        "body",
        "event",
        "target_url",
        "resource_id",
        "meta",
        "\\ud800",
        "grant_type",
        "client_id",
        "token",
    ];

    private static readonly Gen<string> s_scalar = Gen.OneOf(
        Gen.OneOf([.. s_types, "contacts", "contact_tags", "purchase", "1", "123", "789", "ada@example.com", "\\ud800", "\\u0000"])
            .Select(static text => $"\"{text}\""),
        Gen.OneOf("null", "true", "false", "0", "-1.5", "1e999", "123456789012345678901234567890", "\"\"", "{}", "[]")
    );

    private static readonly Gen<string> s_json = Gen.Recursive<string>(
        (depth, inner) =>
            depth >= 5
                ? s_scalar
                : Gen.Frequency(
                    (2, s_scalar),
                    (
                        4,
                        Gen.Select(Gen.OneOf(s_members), inner, static (name, value) => $"\"{name}\":{value}")
                            .List[0, 5]
                            .Select(static members => $"{{{string.Join(',', members)}}}")
                    ),
                    (1, inner.List[0, 3].Select(static items => $"[{string.Join(',', items)}]"))
                )
    );

    // Documents that are nearly right reach the code behind the first checks.
    private static readonly Gen<string> s_document = Gen.Select(
        Gen.OneOf([.. s_types, "contacts", "contacts", "contact_notes", "hooks", "form_submissions"]),
        s_json,
        s_json,
        static (type, attributes, related) =>
            $$"""
                { "data": { "type": "{{type}}", "attributes": {{attributes}}, "relationships": { "site": {{related}}, "contact": {{related}},
                  "tags": {{related}} } } }
                """
    );

    private static readonly Gen<string> s_attributes = Gen.Select(
            Gen.OneOf(s_members),
            s_scalar,
            static (name, value) => $"\"{name}\":{value}"
        )
        .List[0, 5]
        .Select(static members =>
            WriteContact($$"""{ "email": "x@example.com"{{string.Concat(members.Select(static member => $", {member}"))}} }""")
        );

    private static readonly Gen<string> s_body = Gen.Frequency(
        (3, s_json),
        (3, s_document),
        (2, s_attributes),
        (1, Gen.String),
        (1, Gen.Int[1, 200].Select(static depth => new string('[', depth))),
        (1, Gen.OneOf("", "{", "\"", "[1,", "nul", "a=b&grant_type=client_credentials", "\0"))
    );

    private static readonly Gen<string> s_address = Gen.Select(
        Gen.OneOf([.. s_types, "contacts", "contacts", "customers", "purchases"]),
        Gen.OneOf(s_words).List[0, 4],
        Gen.Select(Gen.OneOf(s_parameters), Gen.OneOf(s_values), static (name, value) => $"{name}={value}").List[0, 4],
        static (type, segments, parameters) => $"/v1/{string.Join('/', segments.Prepend(type))}?{string.Join('&', parameters)}"
    );

    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("KAJABI_RANDOM_REQUESTS"), out int count) ? count : DefaultCount;

    [Fact]
    public void No_random_request_makes_the_sandbox_fail()
    {
        Dictionary<int, int> statuses = [];
        Gen.Select(
                Gen.OneOf("GET", "GET", "POST", "POST", "PATCH", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS", "BREW"),
                s_address,
                s_body,
                Gen.OneOf(RawSandbox.MediaType, "application/json", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense"),
                Gen.OneOf("", "", "", "", "", "Basic abc", "Bearer", "Bearer x")
            )
            .Sample(
                (method, address, body, mediaType, authorization) =>
                {
                    int status = Send(method, address, body, mediaType, authorization);
                    statuses[status] = statuses.GetValueOrDefault(status) + 1;
                    Assert.True(status < 500, $"{status}: {method} {address} {mediaType} {authorization}\n{body}");
                },
                iter: Count,
                threads: 1
            );

        // The requests reach all kinds of answers, and not only the first checks.
        Assert.All((int[])[200, 201, 400, 401, 404, 422], status => Assert.True(statuses.GetValueOrDefault(status) > 0, $"no {status}"));
    }

    private int Send(string method, string address, string body, string mediaType, string authorization)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(address, UriKind.Relative));
        if (method is not ("GET" or "HEAD"))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        if (authorization.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using HttpResponseMessage response = Sandbox.Http.Send(request);
        return (int)response.StatusCode;
    }
}
