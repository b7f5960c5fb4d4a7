using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;

namespace OpenApi.Drift.Tests;

/// <summary>Tests that a comparison which exceeds a limit ends with an error that names the file and the cause.</summary>
public sealed class LimitTests
{
    // With 300 changes below it, the paths have more than 50 million characters.
    private static readonly string s_longName = new('n', 200_000);

    [Theory]
    [InlineData("string", "integer", "revision.yaml")]
    [InlineData("string", null, "base.yaml")]
    public void Too_many_long_paths_are_an_error_of_the_file_with_the_change(string before, string? after, string file)
    {
        UnreadableFileException exception = Assert.Throws<UnreadableFileException>(() =>
            SmallContract.Compare(WithProperties(before), WithProperties(after))
        );

        Assert.StartsWith(file, exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            "There are too many long paths through shared schemas to this change. Change fewer shared schemas at once.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Schemas_that_nest_too_deeply_are_an_error()
    {
        UnreadableFileException exception = Assert.Throws<UnreadableFileException>(() =>
            SmallContract.Compare(WithNestedArrays("string"), WithNestedArrays("integer"))
        );

        Assert.StartsWith("revision.yaml", exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            "The schemas of this file or of the base nest too deeply to be compared.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    private static JObject WithProperties(string? type)
    {
        IEnumerable<string> properties = type is null ? [] : Enumerable.Range(0, 300).Select(index => $"'p{index}':{{'type':'{type}'}}");
        string inner = $"{{'type':'object','properties':{{{string.Join(',', properties)}}}}}";
        return SmallContract.WithSchema($"{{'type':'object','properties':{{'{s_longName}':{inner}}}}}");
    }

    private static JObject WithNestedArrays(string type)
    {
        JObject schema = new() { ["type"] = type };
        for (int level = 0; level < 10_000; level++)
        {
            schema = new JObject { ["type"] = "array", ["items"] = schema };
        }

        JObject root = SmallContract.WithSchema("{}");
        root["paths"]!["/a"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"] = schema;
        return root;
    }
}
