using Kajabi.Contract.Lint;
using Kajabi.Contract.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Lint;

/// <summary>A contract that is broken anywhere is told about, or is no contract; it never makes the check crash.</summary>
public sealed class OddContractTests
{
    [Fact]
    public void No_contract_makes_the_check_crash_wherever_it_is_broken()
    {
        JToken[] oddities =
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
        int broken = 0;
        foreach (
            string path in contract
                .DescendantsAndSelf()
                .Where(token => token is not JProperty && token.Path.Length > 0)
                .Select(token => token.Path)
                .ToList()
        )
        {
            foreach (JToken odd in oddities)
            {
                JObject copy = (JObject)contract.DeepClone();
                copy.SelectToken(path)!.Replace(odd.DeepClone());
                broken++;
                try
                {
                    Linter.Check(new SourceFile("odd.yaml", copy), null);
                }
                catch (UnreadableFileException)
                {
                    // No contract at all, and told so.
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
                    crashes.Add(
                        $"{path} = {odd.ToString(Formatting.None)}: {exception.GetType().Name} {exception.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Kajabi", StringComparison.Ordinal))?.Trim().Split(" in ")[0]}"
                    );
                }
            }
        }

        Assert.True(broken > 500);
        Assert.True(crashes.Count == 0, string.Join('\n', crashes));
    }

    private static JToken ReadYaml(string text)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        JObject root = SourceFile.Load(path).Root;
        File.Delete(path);
        return root;
    }
}
