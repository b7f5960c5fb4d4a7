using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;
using Kajabi.Tests;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Reading;
using PublicApiGenerator;

namespace Kajabi.Build.Tests.Builds;

/// <summary>The SDK builds from the OpenAPI documents of the vendor.</summary>
[Collection(nameof(SequentialBuilds))]
public sealed class OtherContractTests(TemporaryRepository shared)
{
    private readonly TemporaryRepository _repository = shared.Reset();

    [SkippableFact]
    public void The_vendors_document_has_the_same_public_API_as_ours()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);

        string api = BuildPublicApi("openapi-1.1.0.yaml", _repository.Assembly);

        Assert.Equal(typeof(KajabiClient).Assembly.GeneratePublicApi(), api);
    }

    [SkippableFact]
    public void An_older_document_of_the_vendor_builds_without_later_members()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);

        string artifacts = Path.Combine(_repository.Root, "artifacts");
        string assembly = Path.Combine(artifacts, "bin", "Kajabi.Generated", "debug_net10.0", "Kajabi.Generated.dll");

        // The output can be in another folder.
        string api = BuildPublicApi("openapi-1.0.1.yaml", assembly, "--artifacts-path", artifacts);

        Assert.Contains("IsSuppressed", api, StringComparison.Ordinal);
        Assert.DoesNotContain("ExcludeProductTypes", api, StringComparison.Ordinal);

        // `impact` reports the same changes as the two compiled assemblies have; ours is the later one.
        Assert.Equal(
            PublicApiText.Difference(api, typeof(KajabiClient).Assembly.GeneratePublicApi()),
            Impact("openapi-1.0.1.yaml", "openapi-1.1.0.yaml")
        );
    }

    [Fact]
    public void A_document_with_one_operation_builds_and_the_build_names_what_it_leaves_out()
    {
        JObject contract = SourceFile.Load(Path.Combine(_repository.Root, "openapi", "openapi.yaml")).Root;
        contract["paths"] = new JObject
        {
            ["/v1/contacts/{id}"] = new JObject { ["get"] = contract["paths"]!["/v1/contacts/{id}"]!["get"] },
        };
        File.WriteAllText(Path.Combine(_repository.Root, "slice.json"), contract.ToString());

        (int exitCode, string output) = _repository.Build("-p:KajabiContract=slice.json");

        Assert.True(exitCode == 0, output);
        Assert.Contains("warning KC0027: ContactsApiExtensions.SaveContactByEmailAsync was left out", output, StringComparison.Ordinal);
        Assert.Contains("overlay actions match nothing in this document", output, StringComparison.Ordinal);
    }

    private static List<string> Impact(string before, string after)
    {
        string vendor = Path.Combine(ReferenceFolder.Path!, "vendor");
        string overlay = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "overlay.yaml");
        using StringWriter output = new();
        ReportSettings settings = new(ReportFormat.Json, null, FailOn.None, null);
        Assert.Equal(
            0,
            ImpactCommand.Run(
                Path.Combine(vendor, before),
                Path.Combine(vendor, after),
                overlay,
                overlay,
                settings,
                output,
                TextWriter.Null
            )
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
            (null, _) => "added",
            (_, null) => "removed",
            _ => "changed",
        };

    /// <summary>Returns the public API of a build. Descriptions do not affect it: ours all differ from the vendor's.</summary>
    private string BuildPublicApi(string contract, string assembly, params string[] arguments)
    {
        string path = Path.GetRelativePath(_repository.Root, Path.Combine(ReferenceFolder.Path!, "vendor", contract));
        (int exitCode, string output) = _repository.Build([$"-p:KajabiContract={path}", "-warnaserror", .. arguments]);
        Assert.True(exitCode == 0, output);

        // Errors that cannot be fixed in another party's file remain warnings.
        Assert.Contains("warning KC0002", output, StringComparison.Ordinal);
        return PublicApiText.Read(assembly);
    }
}
