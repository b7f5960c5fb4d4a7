using System.Text;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace OpenApi.Drift.Tests;

/// <summary>Tests the options of a comparison, its input and the list of its rules.</summary>
public sealed class OptionTests
{
    private const string Pet = "{'$ref':'#/components/schemas/Pet'}";

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    public void A_change_at_more_locations_than_the_option_is_one_finding(int maxLocations, int findings)
    {
        IReadOnlyList<Finding> found = DriftComparison
            .Compare(
                new SourceFile("base.yaml", Pets("string")),
                new SourceFile("revision.yaml", Pets("integer")),
                new DriftOptions { MaxLocations = maxLocations }
            )
            .Findings;

        Assert.Equal(findings, found.Count);
        Assert.All(found, finding => Assert.Equal(findings == 1 ? 3 : null, finding.Count));
    }

    [Fact]
    public void The_maximum_number_of_locations_must_be_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => new DriftOptions { MaxLocations = 0 });

    [Fact]
    public void A_canceled_comparison_throws() =>
        Assert.Throws<OperationCanceledException>(static () =>
            DriftComparison.Compare(
                new SourceFile("base.yaml", Pets("string")),
                new SourceFile("revision.yaml", Pets("integer")),
                cancellationToken: new CancellationToken(canceled: true)
            )
        );

    [Fact]
    public async Task A_document_is_read_from_a_file_a_text_and_a_stream()
    {
        string text = Pets("string").ToString();
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, text);
        try
        {
            using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
            SourceFile[] files = [SourceFile.Load(path), SourceFile.Parse(text, "text"), await SourceFile.ReadAsync(stream, "stream")];

            Assert.Equal([path, "text", "stream"], files.Select(static file => file.Path));
            Assert.All(files, file => Assert.True(JToken.DeepEquals(Pets("string"), file.Root)));
            Assert.True(stream.CanRead);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_stream_that_fails_is_an_unreadable_file()
    {
        UnreadableFileException exception = await Assert.ThrowsAsync<UnreadableFileException>(static () =>
            SourceFile.ReadAsync(new FailingStream(), "stream")
        );

        SourcePosition position = Assert.Single(exception.Findings).Location.Position!;
        Assert.Equal(("stream", 1, 1), (position.File, position.Line, position.Column));
    }

    [Fact]
    public void The_rules_contain_the_rule_of_each_defect()
    {
        JObject root = SmallContract.WithPaths(
            """
            {
              '/a/{x}': { 'get': { 'parameters': [{'in':'query','name':'b'},{'in':'query','name':'b'}], 'responses': {} } },
              '/a/{y}': { 'get': { 'x-sunset': 'soon', 'responses': { '20': {}, '200': { '$ref': '#/components/responses/c' } } } }
            }
            """
        );

        IReadOnlyList<Finding> defects = SmallContract.Compare(root, root).Defects;

        Assert.Equal(
            DriftRules.Defects.Select(static rule => rule.Id).Order(StringComparer.Ordinal),
            defects.Select(static defect => defect.Rule.Id).Distinct().Order(StringComparer.Ordinal)
        );
    }

    private static JObject Pets(string type) =>
        SmallContract.WithPaths(
            "{"
                + string.Join(
                    ',',
                    Enumerable
                        .Range(0, 3)
                        .Select(static index =>
                            $"'/a{index}':{{'get':{{'responses':{{'200':{{'content':{{'application/json':{{'schema':{Pet}}}}}}}}}}}}}"
                        )
                )
                + "}",
            $"{{'schemas':{{'Pet':{{'type':'{type}'}}}}}}"
        );

    private sealed class FailingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new IOException("The connection was closed."));
    }
}
