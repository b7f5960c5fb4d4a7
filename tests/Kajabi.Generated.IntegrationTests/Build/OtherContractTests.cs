using System.Runtime.Loader;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Kajabi.Tests;
using Newtonsoft.Json.Linq;
using PublicApiGenerator;

namespace Kajabi.IntegrationTests.Build;

/// <summary>The vendor's own files drop in.</summary>
public sealed class OtherContractTests
{
    [SkippableFact]
    public void The_vendors_file_gives_the_same_public_API_as_ours()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        using Workshop workshop = Workshop.Create();

        string api = ApiOfBuild(workshop, "openapi-1.1.0.yaml");

        Assert.Equal(typeof(KajabiClient).Assembly.GeneratePublicApi(), api);
    }

    [SkippableFact]
    public void An_older_file_of_the_vendor_builds_and_lacks_what_came_later()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        using Workshop workshop = Workshop.Create();

        string api = ApiOfBuild(workshop, "openapi-1.0.1.yaml");

        Assert.Contains("IsSuppressed", api, StringComparison.Ordinal);
        Assert.DoesNotContain("ExcludeProductTypes", api, StringComparison.Ordinal);

        // What `impact` reads out of the contracts is what the compiler made of them: our own assembly is the later one.
        Assert.Equal(
            ApiText.Difference(api, typeof(KajabiClient).Assembly.GeneratePublicApi()),
            Impact("openapi-1.0.1.yaml", "openapi-1.1.0.yaml")
        );
    }

    private static List<string> Impact(string before, string after)
    {
        string vendor = Path.Combine(ReferenceFolder.Path!, "vendor");
        string overlay = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "overlay.yaml");
        using StringWriter output = new();
        ReportSettings settings = new(ReportFormat.Json, null, FailOn.None, null);
        Assert.Equal(
            0,
            ImpactCommand.Run(Path.Combine(vendor, before), Path.Combine(vendor, after), overlay, settings, output, TextWriter.Null)
        );
        return
        [
            .. JObject.Parse(output.ToString())["findings"]!
                .Select(static finding => $"{finding["location"]} {Change(finding)}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Change(JToken finding) =>
        ((string?)finding["before"], (string?)finding["after"]) switch
        {
            (null, _) => "new",
            (_, null) => "gone",
            _ => "changed",
        };

    /// <summary>Changing words changes no name: the words of our file and the vendor's differ throughout.</summary>
    private static string ApiOfBuild(Workshop workshop, string contract)
    {
        string artifacts = Path.Combine(workshop.Root, "artifacts", contract);
        string path = Path.GetRelativePath(workshop.Root, Path.Combine(ReferenceFolder.Path!, "vendor", contract));
        (int exitCode, string output) = workshop.Build($"-p:KajabiContract={path}", "--artifacts-path", artifacts, "-warnaserror");
        Assert.True(exitCode == 0, output);

        // What cannot be mended in somebody else's file is said, and stays a warning.
        Assert.Contains("warning KC0002", output, StringComparison.Ordinal);

        string assembly = Directory
            .EnumerateFiles(Path.Combine(artifacts, "bin"), "Kajabi.Generated.dll", SearchOption.AllDirectories)
            .Single();
        AssemblyLoadContext context = new("other contract", isCollectible: true);
        context.Resolving += static (_, name) => AssemblyLoadContext.Default.LoadFromAssemblyName(name);
        try
        {
            return context.LoadFromAssemblyPath(assembly).GeneratePublicApi();
        }
        finally
        {
            context.Unload();
        }
    }
}
