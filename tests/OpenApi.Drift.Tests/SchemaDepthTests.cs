using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;

namespace OpenApi.Drift.Tests;

/// <summary>Tests that schemas that nest too deeply are rejected with a message.</summary>
public sealed class SchemaDepthTests
{
    private const int Levels = 50_000;

    [Fact]
    public void Components_that_refer_to_each_other_too_deeply_are_rejected()
    {
        UnreadableFileException exception = Assert.Throws<UnreadableFileException>(static () =>
            SmallContract.Compare(Chain("string"), Chain("integer"))
        );

        Assert.Contains("nest too deeply", exception.Message, StringComparison.Ordinal);
    }

    private static JObject Chain(string leaf)
    {
        IEnumerable<string> levels = Enumerable
            .Range(0, Levels)
            .Select(static level => $"'L{level}':{{'type':'object','properties':{{'next':{Reference(level + 1)}}}}}");
        return SmallContract.WithSchema(Reference(0), $"{{{string.Join(',', levels)},'L{Levels}':{{'type':'{leaf}'}}}}");
    }

    private static string Reference(int level) => $"{{'$ref':'#/components/schemas/L{level}'}}";
}
