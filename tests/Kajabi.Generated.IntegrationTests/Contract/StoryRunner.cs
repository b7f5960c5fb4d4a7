using Kajabi.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>Runs the stories in <c>stories</c> with a third-party client, which validates each response.</summary>
public sealed class StoryRunner : RedoclyCli
{
    /// <summary>Runs all stories against a sandbox and returns the failed checks as step and check, and the number of all checks.</summary>
    internal async Task<(IReadOnlyList<string> Failed, int Count)> RunAsync(KajabiSandbox sandbox, JObject document)
    {
        DirectoryInfo run = Directory.CreateDirectory(Path.Combine(Folder, $"{Guid.NewGuid():N}"));
        try
        {
            string story = Path.Combine(run.FullName, "membership.arazzo.yaml");
            string results = Path.Combine(run.FullName, "results.json");
            File.Copy(Path.Combine(NodePackages.Folder("Contract/stories"), Path.GetFileName(story)), story);
            await File.WriteAllTextAsync(Path.Combine(run.FullName, "openapi.json"), ToJsonSchema(document).ToString());
            (int exitCode, string output, string errors) = await RunAsync(
                "respect",
                story,
                $"--server=kajabi={sandbox.BaseAddress}",
                $"--input=clientId={sandbox.ClientId}",
                $"--input=clientSecret={sandbox.ClientSecret}",
                $"--json-output={results}"
            );
            Assert.True(File.Exists(results), $"The client ended with {exitCode}: {output}{errors}");
            JObject[] checks =
            [
                .. JObject.Parse(await File.ReadAllTextAsync(results)).SelectTokens("$..executedSteps[*]").SelectMany(GetChecks),
            ];
            string[] failed =
            [
                .. checks.Where(static check => !(bool)check["passed"]!).Select(static check => $"{check["step"]}: {check["name"]}"),
            ];
            Assert.Equal(failed.Length > 0, exitCode != 0);
            return (failed, checks.Length);
        }
        finally
        {
            run.Delete(recursive: true);
        }
    }

    private static IEnumerable<JObject> GetChecks(JToken step) =>
        (step["checks"] ?? new JArray()).Select(check => new JObject
        {
            ["step"] = step["stepId"],
            ["name"] = check["name"],
            ["passed"] = (bool?)check["passed"] == true,
        });

    /// <summary>
    /// Returns the document in the form that validators understand. Null is allowed where the code generator reads <c>nullable</c> beside a
    /// reference, and where JSON:API has null: as the linkage of an empty to-one relationship, which the document does not declare.
    /// </summary>
    private static JObject ToJsonSchema(JObject document)
    {
        JObject copy = (JObject)document.DeepClone();
        JObject isNull = new()
        {
            ["type"] = "object",
            ["nullable"] = true,
            ["enum"] = new JArray(JValue.CreateNull()),
        };
        foreach (JObject schema in copy.DescendantsAndSelf().OfType<JObject>().ToList())
        {
            if (schema["allOf"] is JArray parts && (bool?)schema["nullable"] == true)
            {
                schema.Remove("allOf");
                schema.Remove("type");
                schema.Remove("nullable");
                schema["anyOf"] = new JArray(parts.Append(isNull));
            }

            if ((string?)schema["$ref"] == "#/components/schemas/ResourceIdentifier" && schema.Parent is JProperty { Name: "data" } linkage)
            {
                linkage.Value = new JObject { ["anyOf"] = new JArray(schema, isNull) };
            }
        }

        return copy;
    }
}
