using Kajabi.Cli.Export.Anonymization;
using Kajabi.Cli.Operations;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>What is kept by --anonymize, for each resource type and for values of every JSON type.</summary>
public sealed class AnonymizationPropertyTests
{
    public static TheoryData<string> Types => [.. ResourceCatalog.Types.Where(static type => ResourceCatalog.Get(type).CanList)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Nothing_that_identifies_a_person_is_in_the_file_and_what_the_list_names_is_kept(string type)
    {
        PersonalPage page = new(new Random(type.Length));
        string document = page.Create(ResourceTypeTable.Find(type)!).ToString();

        string lines = await ExportAsync(type, "ndjson", document);
        string[] files = [lines, await ExportAsync(type, "json", document), await ExportAsync(type, "csv", document)];

        Assert.All(files, static file => Assert.DoesNotContain(PersonalPage.Mark, file, StringComparison.OrdinalIgnoreCase));
        Assert.All(page.Numbers, number => Assert.All(files, file => Assert.DoesNotContain(number, file, StringComparison.Ordinal)));
        Assert.NotEmpty(page.Numbers);
        JsonSerializerSettings settings = new() { DateParseHandling = DateParseHandling.None };
        JToken attributes = JsonConvert.DeserializeObject<JObject>(lines.Split('\n')[0], settings)!["attributes"]!;
        Assert.All(page.Kept, kept => Assert.True(JToken.DeepEquals(kept.Value, attributes[kept.Key]), $"{kept}: {attributes[kept.Key]}"));
    }

    [Fact]
    public void The_documentation_lists_the_kept_attributes()
    {
        string[] lines = File.ReadAllLines(Path.Combine(ReferenceFolder.RepositoryRoot(), "docs", "sandbox.md"));
        string[] documented =
        [
            .. lines
                .SkipWhile(static line => !line.StartsWith("| Kept attributes", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(static line => line.StartsWith('|'))
                .SelectMany(static line => line.Split('|')[2].Split('`').Where(static (_, index) => index % 2 == 1)),
        ];

        Assert.Equal(
            KeptAttributes.Paths.Values.SelectMany(static paths => paths).Order(StringComparer.Ordinal),
            documented.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Each_kept_attribute_is_declared()
    {
        HashSet<string> declared =
        [
            .. ResourceTypeTable
                .Types.SelectMany(static type => ResourceTypeTable.Find(type)!.Attributes.DeclaredMembers)
                .Select(static member => member.Name),
        ];

        Assert.Equal(
            [],
            KeptAttributes.Paths.Values.SelectMany(static paths => paths).Select(static path => path.Split('.')[0]).Except(declared)
        );
    }

    private static async Task<string> ExportAsync(string type, string format, string document)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(document);
        Dictionary<string, string> environment = new(api.Environment) { ["KAJABI_ANONYMIZE_KEY"] = "a key" };
        string[] filter = ResourceCatalog.Get(type).RequiredFilters.SelectMany(static name => new[] { "--filter", $"{name}=1" }).ToArray();
        CliResult result = await InProcessCli.RunAsync(
            environment,
            ["export", type, "--output", "-", "--anonymize", "--format", format, .. filter]
        );
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }
}
