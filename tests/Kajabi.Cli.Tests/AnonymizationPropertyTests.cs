using Kajabi.Cli.Export.Anonymization;
using Kajabi.Cli.Operations;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>What is kept by --anonymize, for each resource type and for values of every JSON type.</summary>
public sealed class AnonymizationPropertyTests
{
    /// <summary>The resource types with the seeds of their pages. The name of a test that fails contains both.</summary>
    public static TheoryData<string, int> Pages
    {
        get
        {
            TheoryData<string, int> pages = [];
            foreach (string type in ResourceTypeTable.Types)
            {
                for (int seed = 1; seed <= 3; seed++)
                {
                    pages.Add(type, seed);
                }
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_that_identifies_a_person_is_in_the_file_and_what_the_list_names_is_kept(string type, int seed)
    {
        PersonalPage page = new(new Random(seed));
        bool isListed = ResourceCatalog.Find(type)?.CanList == true;
        string document = page.Create(ResourceTypeTable.Find(type)!, isIncluded: !isListed).ToString();
        string exported = isListed ? type : "contacts";

        string lines = await ExportAsync(exported, "ndjson", document);
        string array = await ExportAsync(exported, "json", document);
        string[] files = [lines, array, await ExportAsync(exported, "csv", document)];

        Assert.All(files, static file => Assert.DoesNotContain(PersonalPage.Mark, file, StringComparison.OrdinalIgnoreCase));
        Assert.All(page.Numbers, number => Assert.All(files, file => Assert.DoesNotContain(number, file, StringComparison.Ordinal)));
        Assert.NotEmpty(page.Numbers);
        Assert.All(
            [Parse(lines.Split('\n')[0]), Parse(array)],
            json =>
            {
                JToken attributes = PersonalPage.FindRegular(json)["attributes"]!;
                Assert.All(page.Declared, path => Assert.NotNull(attributes.SelectToken(path)));
                Assert.All(
                    page.Kept,
                    kept =>
                    {
                        JToken value = attributes.SelectToken(kept.Key)!;
                        Assert.True(JToken.DeepEquals(kept.Value, value), $"{kept}: {value}");
                    }
                );
            }
        );
    }

    [Fact]
    public void Each_kept_attribute_is_generated()
    {
        HashSet<string> generated = [];
        foreach (string type in ResourceTypeTable.Types)
        {
            PersonalPage page = new(new Random(1));
            page.Create(ResourceTypeTable.Find(type)!, isIncluded: false);
            generated.UnionWith(page.Kept.Keys.Select(static path => path.Replace("[0]", string.Empty, StringComparison.Ordinal)));
        }

        Assert.Equal([], KeptAttributes.Paths.Values.SelectMany(static paths => paths).Except(generated));
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
        HashSet<string> declared = [];
        foreach (JsonApiObject attributes in ResourceTypeTable.Types.Select(static type => ResourceTypeTable.Find(type)!.Attributes))
        {
            foreach (JsonApiMember attribute in attributes.DeclaredMembers)
            {
                declared.Add(attribute.Name);
                declared.UnionWith(NestedMembers.Find(attributes, attribute)?.Names.Select(name => $"{attribute.Name}.{name}") ?? []);
            }
        }

        Assert.Equal([], KeptAttributes.Paths.Values.SelectMany(static paths => paths).Except(declared));
    }

    private static JContainer Parse(string json) =>
        JsonConvert.DeserializeObject<JContainer>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;

    private static Task<string> ExportAsync(string type, string format, string document)
    {
        IEnumerable<string> filter = ResourceCatalog.Get(type).RequiredFilters.SelectMany(static name => new[] { "--filter", $"{name}=1" });
        return AnonymizedExport.RunAsync(type, document, "a key", ["--format", format, .. filter]);
    }
}
