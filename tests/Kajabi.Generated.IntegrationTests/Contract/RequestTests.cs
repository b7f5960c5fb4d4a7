using System.Net.Http.Headers;
using System.Text;
using Kajabi.Tests;
using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>Requests of the client match the OpenAPI document according to a third-party validator.</summary>
public sealed class RequestTests(ContractProxy proxy) : IClassFixture<ContractProxy>
{
    [SkippableFact]
    public async Task Every_operation_sends_a_valid_request()
    {
        Skip.If(proxy.MissingReason is not null, proxy.MissingReason);
        JObject contract = YamlTree.Load(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml"));
        IEnumerable<string> declared = contract["paths"]!
            .Children<JProperty>()
            .SelectMany(path =>
                path.Value.Children<JProperty>()
                    .Where(member => member.Value is JObject)
                    .Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}")
            );
        int before = (await proxy.RequestsAsync()).Count;

        using KajabiClient kajabi = proxy.Connect();
        await EveryOperation.CallAsync(kajabi);

        List<CheckedRequest> requests = [.. (await proxy.RequestsAsync()).Skip(before)];
        string problems = string.Join(
            '\n',
            requests.SelectMany(request => request.Problems.Select(problem => $"{request.Url}: {problem}"))
        );
        Assert.True(problems.Length == 0, problems);
        Assert.Equal(77, declared.Count());
        Assert.Equal(
            declared.Order(StringComparer.Ordinal),
            requests.Select(request => request.Operation).Distinct().Order(StringComparer.Ordinal)
        );

        // Lists accept includes, and included types accept fieldsets; the OpenAPI document declares neither.
        Assert.All(
            requests.Where(request => request.UndeclaredParameters.Contains("include")),
            request => Assert.DoesNotContain("{", request.Operation!, StringComparison.Ordinal)
        );
        Assert.All(
            requests.Where(request => request.UndeclaredParameters.Count > 0),
            request => Assert.StartsWith("GET ", request.Operation!, StringComparison.Ordinal)
        );
    }

    /// <summary>Requests with one mistake each, and a part of the validator's message.</summary>
    public static TheoryData<string, string, string?, string?, string> Mistakes =>
        new()
        {
            { "GET", "/v1/contacts?filter%5Bsite%5D=1", null, null, "filter.site" },
            { "GET", "/v1/contacts?filter%5Bcreated_at_gte%5D=2026-01-01", null, null, "filter.created_at_gte" },
            { "GET", "/v1/purchases?filter%5Bcreated_at_gteq%5D=2026-01-01", null, null, "filter.created_at_gteq" },
            { "GET", "/v1/orders?filter%5Bcreated_at_gte%5D=2026-01-01", null, null, "filter.created_at_gte" },
            { "GET", "/v1/contacts?fields=email", null, null, "fields" },
            { "GET", "/v1/contacts?page%5Bnumber%5D=first", null, null, "page.number" },
            { "GET", "/v1/kajabi_payments_payouts", null, null, "filter.site_id" },
            { "GET", "/v1/contact", null, null, "404" },
            { "PUT", "/v1/contacts/123", TypedBody, "application/vnd.api+json", "405" },
            { "PATCH", "/v1/contacts/123", TypedBody, "application/json", "415" },
            {
                "PATCH",
                "/v1/contacts/123",
                """{ "data": { "id": "123", "attributes": { "name": "Ada" } } }""",
                "application/vnd.api+json",
                "type"
            },
            {
                "PATCH",
                "/v1/contacts/123",
                """{ "data": { "id": "123", "type": "contacts", "attributes": { "nickname": "Ada" } } }""",
                "application/vnd.api+json",
                "attributes"
            },
            {
                "PATCH",
                "/v1/contacts/123",
                """{ "data": { "id": "123", "type": "contacts", "attributes": { "name": 5 } } }""",
                "application/vnd.api+json",
                "name"
            },
            {
                "POST",
                "/v1/contacts/123/relationships/tags",
                """{ "data": { "id": "789", "type": "contact_tags" } }""",
                "application/vnd.api+json",
                "array"
            },
            { "POST", "/v1/purchases/1022/deactivate", "{}", "application/vnd.api+json", "body" },
        };

    private const string TypedBody = """{ "data": { "id": "123", "type": "contacts", "attributes": { "name": "Ada" } } }""";

    [SkippableTheory]
    [MemberData(nameof(Mistakes))]
    public async Task A_request_that_violates_the_OpenAPI_document_is_detected(
        string method,
        string address,
        string? body,
        string? mediaType,
        string problem
    )
    {
        Skip.If(proxy.MissingReason is not null, proxy.MissingReason);
        using HttpClient http = LoopbackHttp.Create(proxy.Address);
        using HttpRequestMessage request = new(new HttpMethod(method), address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "none");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.api+json"));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, mediaType!);

        using HttpResponseMessage response = await http.SendAsync(request);

        CheckedRequest last = (await proxy.RequestsAsync())[^1];
        Assert.Equal(address, last.Url);
        Assert.Contains(problem, Assert.Single(last.Problems), StringComparison.Ordinal);
    }
}
