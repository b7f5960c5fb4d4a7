using System.Net;
using OpenApi.Drift.Tests.Examples;

namespace OpenApi.Drift.Tests;

/// <summary>Tests the examples, and that the documentation contains no other code.</summary>
public sealed class ExampleTests
{
    private const string Ours = "{ openapi: 3.1.0, paths: { /a: { get: { responses: { '200': { description: ok } } } } } }";

    [Theory]
    [InlineData("src/OpenApi.Drift/README.md")]
    [InlineData("src/OpenApi.Drift/DriftComparison.cs")]
    public void Every_CSharp_block_is_a_region_of_an_example(string file) =>
        ExampleRegions.AssertContainBlocksOf(file, "tests/OpenApi.Drift.Tests/Examples");

    [Theory]
    [InlineData("200", true)]
    [InlineData("201", false)]
    public async Task A_published_document_is_compatible_if_no_change_is_breaking(string status, bool isCompatible)
    {
        using HttpClient http = new(new Response(Ours.Replace("200", status, StringComparison.Ordinal)));

        Assert.Equal(
            isCompatible,
            await CompareDocuments.IsCompatibleAsync(http, new Uri("https://example.com/openapi.yaml"), Ours, CancellationToken.None)
        );
    }

    [Fact]
    public void The_cause_of_an_unreadable_file_has_its_name_its_line_and_a_remedy()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, "openapi: 3.1.0\npaths: \0");
        try
        {
            Assert.Equal($"{path}, line 2: The file contains a NUL character here. Remove it.", CompareDocuments.FindProblem(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Response(string text) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text) });
    }
}
