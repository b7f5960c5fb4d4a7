using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Kajabi.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Live;

/// <summary><c>kajabi-contract live</c> against the sandbox.</summary>
public sealed class LiveCheckTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private static readonly string s_openapi = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");

    [Fact]
    public async Task Every_GET_operation_is_called_and_matches_the_OpenAPI_document()
    {
        Recorder recorder = new();

        (int exitCode, string output, string errors) = await RunAsync(recorder, fixture.Sandbox.ClientSecret);

        JObject report = JObject.Parse(output);
        Assert.Empty(report["findings"]!.Select(Format));
        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.Empty(report["defects"]!);
        Assert.Equal(GetOperations(), report["checked"]!.Values<string>().Order(StringComparer.Ordinal));
        Assert.Equal(["POST /v1/oauth/token"], recorder.Sent.Where(static sent => !sent.StartsWith("GET ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_undeclared_attribute_in_a_response_is_reported()
    {
        string overlay = Path.Combine(Directory.CreateTempSubdirectory("kajabi-live-").FullName, "overlay.yaml");
        await File.WriteAllTextAsync(
            overlay,
            await File.ReadAllTextAsync(Path.Combine(s_openapi, "overlay.yaml"))
                + """

                  - target: "$.components.schemas.contact_tags_attributes.properties.name"
                    description: "Removed for the test."
                    remove: true

                """
        );

        (int exitCode, string output, _) = await RunAsync(new Recorder(), fixture.Sandbox.ClientSecret, overlay);
        Directory.Delete(Path.GetDirectoryName(overlay)!, recursive: true);

        IEnumerable<string> findings = JObject.Parse(output)["findings"]!.Select(Format);
        Assert.Equal(1, exitCode);
        Assert.Contains("KC0301 GET /v1/contact_tags 200 application/vnd.api+json data[].attributes.name", findings);
        Assert.Contains("KC0301 GET /v1/contact_tags/{id} 200 application/vnd.api+json data.attributes.name", findings);
    }

    [Fact]
    public async Task Wrong_credentials_fail_the_check_and_are_not_in_the_output()
    {
        (int exitCode, string output, string errors) = await RunAsync(new Recorder(), "wrong-and-secret");

        Assert.Equal((3, string.Empty), (exitCode, output));
        Assert.Contains("status 401", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-and-secret", errors, StringComparison.Ordinal);
    }

    private static string Format(JToken finding) => $"{finding["id"]} {finding["operation"]} {finding["location"]}";

    private static IEnumerable<string> GetOperations() =>
        ReadGetOperations(File.ReadLines(Path.Combine(s_openapi, "openapi.yaml"))).Order(StringComparer.Ordinal);

    /// <summary>Finds the GET operations by indentation, independently of the parser under test.</summary>
    private static IEnumerable<string> ReadGetOperations(IEnumerable<string> lines)
    {
        string path = string.Empty;
        foreach (string line in lines)
        {
            if (line.StartsWith("  /", StringComparison.Ordinal))
            {
                path = line.Trim().TrimEnd(':');
            }
            else if (line == "    get:")
            {
                yield return $"GET {path}";
            }
        }
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(Recorder recorder, string secret, string? overlay = null)
    {
        Dictionary<string, string> variables = new()
        {
            ["KAJABI_CLIENT_ID"] = fixture.Sandbox.ClientId,
            ["KAJABI_CLIENT_SECRET"] = secret,
            ["KAJABI_BASE_URL"] = fixture.Sandbox.BaseAddress.ToString(),
        };
        using StringWriter output = new();
        using StringWriter errors = new();
        int exitCode = await LiveCommand.RunAsync(
            Path.Combine(s_openapi, "openapi.yaml"),
            overlay ?? Path.Combine(s_openapi, "overlay.yaml"),
            variables.GetValueOrDefault,
            new ReportSettings(ReportFormat.Json, null, FailOn.Any, null),
            output,
            errors,
            recorder,
            TimeProvider.System,
            isTerminal: false,
            CancellationToken.None
        );
        Assert.DoesNotContain(secret, output.ToString(), StringComparison.Ordinal);
        return (exitCode, output.ToString(), errors.ToString());
    }

    private sealed class Recorder() : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<string> Sent { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
