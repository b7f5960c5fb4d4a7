using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Live;

/// <summary><c>live</c> sends GET requests only, respects Retry-After, and reports what it could not check.</summary>
public sealed class LiveTests : IDisposable
{
    private const string Secret = "s3cret-of-the-key";

    private readonly string _contract = Path.Combine(Directory.CreateTempSubdirectory("kajabi-live-").FullName, "contract.yaml");
    private readonly ScriptedApi _api = new();
    private readonly TestClock _time = new();

    public LiveTests()
    {
        File.WriteAllText(
            _contract,
            Payloads.PayloadRun.Contract.Replace("paths:", "servers: [{ url: 'https://api.kajabi.com' }]\npaths:", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("id", null)]
    [InlineData("", Secret)]
    public async Task Without_credentials_the_report_states_that_nothing_was_checked(string? id, string? secret)
    {
        (int exitCode, string output, string errors) = await RunAsync(id, secret, format: ReportFormat.Text);

        Assert.Equal(
            (0, "Nothing was checked: KAJABI_CLIENT_ID and KAJABI_CLIENT_SECRET are not set.\n", string.Empty),
            (exitCode, output, errors)
        );
        Assert.Empty(_api.Sent);
    }

    [Fact]
    public async Task Lists_are_read_first_and_their_first_item_provides_the_ids_of_other_requests()
    {
        _api.Responses["/v1/things"] = """{ "data": [{ "type": "things", "id": "a/b" }, { "type": "things", "id": "2" }] }""";
        _api.Responses["/v1/things/a%2Fb"] = """{ "data": { "type": "things", "id": "a/b", "attributes": { "name": 4 } } }""";
        _api.Responses["/v1/things/a%2Fb/relationships/parts"] = """{ "data": [] }""";
        _api.Responses["/v1/samples"] = "[]";

        (int exitCode, string output, _) = await RunAsync();

        JObject report = JObject.Parse(output);
        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "POST https://api.kajabi.com/v1/oauth/token",
                "GET https://api.kajabi.com/v1/things",
                "GET https://api.kajabi.com/v1/samples",
                "GET https://api.kajabi.com/v1/things/a%2Fb",
                "GET https://api.kajabi.com/v1/things/a%2Fb/relationships/parts",
            ],
            _api.Sent
        );
        Assert.Equal(
            ("KC0305", "GET /v1/things/{id}"),
            ((string?)report["findings"]![0]!["id"], (string?)report["findings"]![0]!["operation"])
        );
        Assert.Equal(4, report["checked"]!.Count());
        Assert.All(_api.Authorizations.Skip(1), authorization => Assert.Equal("Bearer t0ken-of-the-account", authorization));
        Assert.DoesNotContain("t0ken", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unchecked_operations_are_reported_with_a_reason_and_are_not_findings()
    {
        _api.Responses["/v1/things"] = """{ "data": [] }""";
        _api.Responses["/v1/samples"] = "<html>";

        (int exitCode, string output, _) = await RunAsync();

        JObject report = JObject.Parse(output);
        Assert.Equal(0, exitCode);
        Assert.Empty(report["findings"]!);
        Assert.Equal(
            [
                "GET /v1/samples Not checked. The response is not JSON.",
                "GET /v1/things/{id} Not checked. /v1/things returned no item.",
                "GET /v1/things/{id}/relationships/parts Not checked. /v1/things returned no item.",
            ],
            report["defects"]!.Select(defect => $"{defect["operation"]} {defect["message"]}")
        );
    }

    [Fact]
    public async Task A_429_response_is_retried_after_its_Retry_After()
    {
        _api.Responses["/v1/things"] = """{ "data": [] }""";
        _api.Responses["/v1/samples"] = "[]";
        _api.RetryAfter.Enqueue(new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)));
        _api.RetryAfter.Enqueue(new RetryConditionHeaderValue(TimeSpan.FromSeconds(65)));
        _api.RetryAfter.Enqueue(null);

        Task<(int ExitCode, string Output, string Errors)> run = RunAsync();
        IReadOnlyList<TimeSpan> delays = await _time.AdvanceUntilCompletedAsync(run, shorterThan: TimeSpan.FromSeconds(99));

        Assert.Equal(0, (await run).ExitCode);
        Assert.Collection(
            delays,
            static first => Assert.InRange(first.TotalSeconds, 7, 11),
            static second => Assert.InRange(second.TotalSeconds, 65, 98),
            static third => Assert.InRange(third.TotalSeconds, 5, 21)
        );
    }

    [Fact]
    public async Task Rejected_credentials_fail_the_check_and_are_not_shown()
    {
        _api.TokenStatus = HttpStatusCode.Unauthorized;

        (int exitCode, string output, string errors) = await RunAsync();

        Assert.Equal((3, string.Empty), (exitCode, output));
        Assert.Contains("No access token could be obtained (status 401)", errors, StringComparison.Ordinal);
        Assert.Equal(["POST https://api.kajabi.com/v1/oauth/token"], _api.Sent);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "Try again later.")]
    [InlineData(HttpStatusCode.TooManyRequests, "Try again later.")]
    [InlineData(HttpStatusCode.NotFound, "Check KAJABI_BASE_URL, KAJABI_CLIENT_ID and KAJABI_CLIENT_SECRET.")]
    [InlineData(HttpStatusCode.MethodNotAllowed, "Check KAJABI_BASE_URL, KAJABI_CLIENT_ID and KAJABI_CLIENT_SECRET.")]
    public async Task The_remedy_depends_on_the_status_code_of_the_token_response(HttpStatusCode status, string remedy)
    {
        _api.TokenStatus = status;

        Task<(int ExitCode, string Output, string Errors)> run = RunAsync();
        await _time.AdvanceUntilCompletedAsync(run, shorterThan: TimeSpan.FromSeconds(99));

        (int exitCode, string output, string errors) = await run;
        Assert.Equal((3, string.Empty), (exitCode, output));
        Assert.Contains($"(status {(int)status}), so nothing was checked. {remedy}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_error_has_the_base_URL_and_no_position()
    {
        _api.ConnectionError = new HttpRequestException(HttpRequestError.ConnectionError);

        Task<(int ExitCode, string Output, string Errors)> run = RunAsync(address: "http://127.0.0.1:8181");
        await _time.AdvanceUntilCompletedAsync(run, shorterThan: TimeSpan.FromSeconds(99));

        (int exitCode, _, string errors) = await run;
        Assert.Equal(3, exitCode);
        Assert.StartsWith(
            "http://127.0.0.1:8181/: error KC0000: The API cannot be reached (ConnectionError), so nothing was checked.",
            errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_token_that_cannot_be_refreshed_does_not_discard_what_was_checked()
    {
        _api.Responses["/v1/things"] = """{ "data": [] }""";
        _api.RevokedBy = "/v1/samples";

        (int exitCode, string output, _) = await RunAsync();

        JObject report = JObject.Parse(output);
        Assert.Equal(0, exitCode);
        Assert.Equal(["GET /v1/things"], report["checked"]!.Values<string>());
        Assert.Equal("Not checked. No access token could be obtained.", (string?)report["defects"]![0]!["message"]);
    }

    [Theory]
    [InlineData("""{ "data": [], }""", "Not checked. The response is not JSON.")]
    [InlineData("", null)]
    [InlineData("""{ "errors": [{ "title": "t" }] }""", null)]
    public async Task The_text_of_a_response_is_checked_whatever_the_client_accepts(string body, string? message)
    {
        _api.Responses["/v1/things"] = """{ "data": [] }""";
        _api.Responses["/v1/samples"] = body;

        (_, string output, _) = await RunAsync();

        JObject report = JObject.Parse(output);
        JToken? defect = report["defects"]!.FirstOrDefault(static one => (string?)one["operation"] == "GET /v1/samples");
        Assert.Equal(message, (string?)defect?["message"]);
        Assert.Equal(message is null, report["checked"]!.Values<string>().Contains("GET /v1/samples"));
    }

    [Fact]
    public async Task An_invalid_variable_is_named_and_its_value_is_not_shown()
    {
        (int exitCode, _, string errors) = await RunAsync(secret: $"{Secret}\n");

        Assert.Equal(3, exitCode);
        Assert.Contains("KAJABI_CLIENT_SECRET", errors, StringComparison.Ordinal);
        Assert.Empty(_api.Sent);
    }

    [Fact]
    public async Task A_password_in_the_base_URL_is_not_shown()
    {
        (_, _, string errors) = await RunAsync(address: $"http://user:{Secret}@api.kajabi.com");

        Assert.Contains("not an https URL", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_location_of_a_finding_contains_the_status_code()
    {
        _api.Responses["/v1/things"] = """{ "data": [{ "type": "things", "id": "1", "attributes": { "name": 4 } }] }""";
        _api.Status = HttpStatusCode.Accepted;

        (_, string output, _) = await RunAsync();

        Assert.StartsWith("202 ", (string?)JObject.Parse(output)["findings"]![0]!["location"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_without_any_success_response_fails()
    {
        (int exitCode, string output, string errors) = await RunAsync();

        Assert.Equal((3, string.Empty), (exitCode, output));
        Assert.Contains("status code 404", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.kajabi.com")]
    [InlineData("nonsense")]
    public async Task Credentials_are_only_sent_over_https(string address)
    {
        (int exitCode, _, string errors) = await RunAsync(address: address);

        Assert.Equal(3, exitCode);
        Assert.Contains("not an https URL", errors, StringComparison.Ordinal);
        Assert.Empty(_api.Sent);
    }

    [Fact]
    public async Task The_server_of_the_document_receives_no_credentials_unless_it_is_Kajabis_own()
    {
        await File.WriteAllTextAsync(
            _contract,
            (await File.ReadAllTextAsync(_contract)).Replace(
                "https://api.kajabi.com",
                "https://collector.example",
                StringComparison.Ordinal
            )
        );

        (int exitCode, _, string errors) = await RunAsync();

        Assert.Equal(3, exitCode);
        Assert.Contains("KAJABI_BASE_URL", errors, StringComparison.Ordinal);
        Assert.Empty(_api.Sent);
    }

    public void Dispose()
    {
        _api.Dispose();
        Directory.Delete(Path.GetDirectoryName(_contract)!, recursive: true);
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string? id = "id",
        string? secret = Secret,
        string? address = null,
        ReportFormat format = ReportFormat.Json
    )
    {
        Dictionary<string, string?> variables = new()
        {
            ["KAJABI_CLIENT_ID"] = id,
            ["KAJABI_CLIENT_SECRET"] = secret,
            ["KAJABI_BASE_URL"] = address,
        };
        using StringWriter output = new();
        using StringWriter errors = new();
        int exitCode = await LiveCommand.RunAsync(
            _contract,
            null,
            variables.GetValueOrDefault,
            new ReportSettings(format, null, FailOn.Any, null),
            output,
            errors,
            _api,
            _time,
            isTerminal: false,
            CancellationToken.None
        );
        Assert.DoesNotContain(Secret, output.ToString() + errors, StringComparison.Ordinal);
        return (exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>An API that returns a token and the responses of a test.</summary>
    private sealed class ScriptedApi : HttpMessageHandler
    {
        public Dictionary<string, string> Responses { get; } = [];

        /// <summary>Gets the Retry-After headers of the 429 responses to the next requests.</summary>
        public Queue<RetryConditionHeaderValue?> RetryAfter { get; } = new();

        /// <summary>Gets or sets the status code of the responses with a token.</summary>
        public HttpStatusCode TokenStatus { get; set; } = HttpStatusCode.OK;

        /// <summary>Gets or sets the status code of the scripted responses.</summary>
        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        /// <summary>Gets or sets the path whose request revokes the token; there is no other token afterwards.</summary>
        public string? RevokedBy { get; set; }

        /// <summary>Gets or sets the error of every request; null for none.</summary>
        public HttpRequestException? ConnectionError { get; set; }

        public List<string> Sent { get; } = [];

        public List<string?> Authorizations { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add($"{request.Method} {request.RequestUri}");
            Authorizations.Add(request.Headers.Authorization?.ToString());
            if (ConnectionError is not null)
            {
                return Task.FromException<HttpResponseMessage>(ConnectionError);
            }

            if (request.Method == HttpMethod.Post)
            {
                return Task.FromResult(CreateResponse(TokenStatus, """{ "access_token": "t0ken-of-the-account", "expires_in": 3600 }"""));
            }

            if (request.RequestUri!.AbsolutePath == RevokedBy)
            {
                TokenStatus = HttpStatusCode.Unauthorized;
                return Task.FromResult(CreateResponse(HttpStatusCode.Unauthorized, string.Empty));
            }

            if (RetryAfter.TryDequeue(out RetryConditionHeaderValue? retryAfter))
            {
                HttpResponseMessage tooManyRequests = CreateResponse(HttpStatusCode.TooManyRequests, string.Empty);
                tooManyRequests.Headers.RetryAfter = retryAfter;
                return Task.FromResult(tooManyRequests);
            }

            return Task.FromResult(
                Responses.TryGetValue(request.RequestUri!.AbsolutePath, out string? body)
                    ? CreateResponse(Status, body)
                    : CreateResponse(HttpStatusCode.NotFound, "not found")
            );
        }

        private static HttpResponseMessage CreateResponse(HttpStatusCode status, string body) =>
            new(status) { Content = new StringContent(body, Encoding.UTF8, "application/vnd.api+json") };
    }
}
