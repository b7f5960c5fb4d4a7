using Kajabi.Contract.Lint;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Tests.Lint;

/// <summary>A document with a malformed value in any location is reported or rejected, without an unexpected exception.</summary>
public sealed class MalformedContractTests
{
    [Fact]
    public void A_malformed_value_in_any_location_does_not_make_the_linter_crash()
    {
        JToken[] malformedValues =
        [
            JValue.CreateNull(),
            5,
            true,
            "x",
            new JArray(),
            new JArray(JValue.CreateNull(), 1, new JObject()),
            new JObject(),
            new JObject { ["$ref"] = "#/nowhere" },
        ];
        JObject contract = (JObject)ReadYaml(Payloads.PayloadRun.Contract);
        HashSet<string> crashes = [];
        int documents = 0;
        foreach (
            string path in contract
                .DescendantsAndSelf()
                .Where(token => token is not JProperty && token.Path.Length > 0)
                .Select(token => token.Path)
                .ToList()
        )
        {
            foreach (JToken malformed in malformedValues)
            {
                JObject copy = (JObject)contract.DeepClone();
                copy.SelectToken(path)!.Replace(malformed.DeepClone());
                documents++;
                try
                {
                    Linter.Check(new SourceFile("malformed.yaml", copy), null);
                }
                catch (UnreadableFileException)
                {
                    // Rejected as a whole, which is a valid result.
                }
                catch (Exception exception)
                    when (exception
                            is InvalidCastException
                                or NullReferenceException
                                or ArgumentException
                                or InvalidOperationException
                                or JsonException
                                or IndexOutOfRangeException
                                or FormatException
                    )
                {
                    crashes.Add($"{path} = {malformed.ToString(Formatting.None)}: {exception.GetType().Name} {FirstOwnFrame(exception)}");
                }
            }
        }

        Assert.True(documents > 500);
        Assert.True(crashes.Count == 0, string.Join('\n', crashes));
    }

    [Theory]
    [InlineData("{'': {'get': {'responses': {}}}}")]
    [InlineData("{'a': {'get': {'responses': {}}}}")]
    [InlineData("{'/a': {'': {}, 'get': {'responses': {'': {}}}}}")]
    [InlineData("{'/a': {'get': {'responses': {'200': {'content': {'': {}}}}}}}")]
    [InlineData("{'/a': {'get': {'responses': {'200': {'content': {'application/json': {'schema': {'properties': {'': {}}}}}}}}}}")]
    public void Malformed_keys_are_reported(string paths)
    {
        JObject root = new() { ["openapi"] = "3.1.0", ["paths"] = JToken.Parse(paths) };

        Assert.NotEmpty(Linter.Check(new SourceFile("malformed.yaml", root), null));
    }

    private static string? FirstOwnFrame(Exception exception) =>
        exception
            .StackTrace?.Split('\n')
            .FirstOrDefault(static line => line.Contains("Kajabi", StringComparison.Ordinal))
            ?.Trim()
            .Split(" in ")[0];

    private static JToken ReadYaml(string text)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        JObject root = SourceFile.Load(path).Root;
        File.Delete(path);
        return root;
    }
}
