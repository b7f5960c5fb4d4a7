using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Live;

/// <summary>How an account is read: politely, with GET alone, and never in silence when it was not.</summary>
public sealed class LiveTests : IDisposable
{
    private const string Secret = "s3cret-of-the-key";

    private readonly string _contract = Path.Combine(Directory.CreateTempSubdirectory("kajabi-live-").FullName, "contract.yaml");
    private readonly ScriptedApi _api = new();
    private readonly InstantTime _time = new();

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
    public async Task Without_credentials_nothing_is_checked_and_that_is_said_plainly(string? id, string? secret)
    {
        (int exitCode, string output, string errors) = await RunAsync(id, secret, format: ReportFormat.Text);

        Assert.Equal(
            (0, "Nothing was checked: KAJABI_CLIENT_ID and KAJABI_CLIENT_SECRET are not set.\n", string.Empty),
            (exitCode, output, errors)
        );
        Assert.Empty(_api.Sent);
    }

    [Fact]
    public async Task Lists_are_read_first_and_the_first_entry_of_each_leads_to_the_rest()
    {
        _api.Answers["/v1/things"] = """{ "data": [{ "type": "things", "id": "a/b" }, { "type": "things", "id": "2" }] }""";
        _api.Answers["/v1/things/a%2Fb"] = """{ "data": { "type": "things", "id": "a/b", "attributes": { "name": 4 } } }""";
        _api.Answers["/v1/things/a%2Fb/relationships/parts"] = """{ "data": [] }""";
        _api.Answers["/v1/samples"] = "[]";

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
    public async Task What_could_not_be_checked_is_told_with_its_reason_and_is_no_drift()
    {
        _api.Answers["/v1/things"] = """{ "data": [] }""";
        _api.Answers["/v1/samples"] = "<html>";

        (int exitCode, string output, _) = await RunAsync();

        JObject report = JObject.Parse(output);
        Assert.Equal(0, exitCode);
        Assert.Empty(report["findings"]!);
        Assert.Equal(
            [
                "GET /v1/samples Not checked. The answer is no JSON.",
                "GET /v1/things/{id} Not checked. The account shows no entry of /v1/things.",
                "GET /v1/things/{id}/relationships/parts Not checked. The account shows no entry of /v1/things.",
            ],
            report["defects"]!.Select(defect => $"{defect["operation"]} {defect["message"]}")
        );
    }

    [Fact]
    public async Task A_refusal_for_haste_is_waited_out_as_long_as_the_API_wants()
    {
        _api.Answers["/v1/things"] = """{ "data": [] }""";
        _api.Answers["/v1/samples"] = "[]";
        _api.RetryAfter.Enqueue(new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)));
        _api.RetryAfter.Enqueue(new RetryConditionHeaderValue(_time.GetUtcNow().AddSeconds(30)));
        _api.RetryAfter.Enqueue(null);

        (int exitCode, _, _) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal([7, 30, 15], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task An_account_that_only_refuses_is_a_check_that_failed()
    {
        (int exitCode, string output, string errors) = await RunAsync();

        Assert.Equal((3, string.Empty), (exitCode, output));
        Assert.Contains("status 404", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.kajabi.com")]
    [InlineData("nonsense")]
    public async Task A_secret_goes_over_https_or_nowhere(string address)
    {
        (int exitCode, _, string errors) = await RunAsync(address: address);

        Assert.Equal(3, exitCode);
        Assert.Contains("not an https address", errors, StringComparison.Ordinal);
        Assert.Empty(_api.Sent);
    }

    [Fact]
    public async Task A_contract_alone_does_not_send_the_secret_to_another_server()
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

    /// <summary>An API that gives a token and answers what a test writes down.</summary>
    private sealed class ScriptedApi : HttpMessageHandler
    {
        public Dictionary<string, string> Answers { get; } = [];

        /// <summary>What the next requests are refused with, before they are answered.</summary>
        public Queue<RetryConditionHeaderValue?> RetryAfter { get; } = new();

        public List<string> Sent { get; } = [];

        public List<string?> Authorizations { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add($"{request.Method} {request.RequestUri}");
            Authorizations.Add(request.Headers.Authorization?.ToString());
            if (request.Method == HttpMethod.Post)
            {
                return Task.FromResult(Answer(HttpStatusCode.OK, """{ "access_token": "t0ken-of-the-account", "expires_in": 3600 }"""));
            }

            if (RetryAfter.TryDequeue(out RetryConditionHeaderValue? retryAfter))
            {
                HttpResponseMessage refusal = Answer(HttpStatusCode.TooManyRequests, string.Empty);
                refusal.Headers.RetryAfter = retryAfter;
                return Task.FromResult(refusal);
            }

            return Task.FromResult(
                Answers.TryGetValue(request.RequestUri!.AbsolutePath, out string? body)
                    ? Answer(HttpStatusCode.OK, body)
                    : Answer(HttpStatusCode.NotFound, "gone")
            );
        }

        private static HttpResponseMessage Answer(HttpStatusCode status, string body) =>
            new(status) { Content = new StringContent(body, Encoding.UTF8, "application/vnd.api+json") };
    }

    /// <summary>A clock on which every wait is over at once and written down.</summary>
    private sealed class InstantTime : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
