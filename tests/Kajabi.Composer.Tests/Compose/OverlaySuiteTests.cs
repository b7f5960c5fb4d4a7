using Kajabi.Composer.CommandLine;
using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>The documents of the tests of the Overlay specification, which are read in the reference folder.</summary>
public sealed class OverlaySuiteTests
{
    private const string Contract = """
        openapi: 3.1.1
        info: { title: t, version: '1' }
        paths:
          /foo:
            get:
              tags: [Foo]
              description: old
              parameters: [{ name: filter, in: query, schema: { type: string } }, { name: dummy, in: query, schema: { type: string } }]
              responses: { '204': { description: d } }
          /bar:
            get: { tags: [Bar], description: old, responses: { '204': { description: d } } }
        """;

    private static readonly Dictionary<string, string> s_causes = new()
    {
        ["action-remove-invalid-type"] = "has a `remove` that is not `true` or `false`",
        ["action-target-invalid-type"] = "The action has a `target` that is not a string",
        ["actions-invalid-description"] = "The action has a `description` that is not a string",
        ["actions-invalid-target"] = "`info.description` is not a JSONPath expression (RFC 9535): Expected `$`",
        ["actions-invalid-type"] = "The overlay has a `actions` that is not a list",
        ["actions-item-invalid-type"] = "An item of `actions` is not an object",
        ["actions-minimal"] = "must contain at least one action",
        ["actions-missing-target"] = "The action must have `target`",
        ["actions-missing"] = "The overlay must have `actions`",
        ["actions-not-unique"] = "`$.info.title` occurs more than once",
        ["extends-invalid-type"] = "has a `extends` that is not a string",
        ["info-invalid-type"] = "has a `info` that is not an object",
        ["info-missing-title"] = "`info` of the overlay must have `title`",
        ["info-missing-version"] = "`info` of the overlay must have `version`",
        ["info-title-invalid-type"] = "has a `title` that is not a string",
        ["info-version-invalid-type"] = "has a `version` that is not a string",
        ["invalid-overlay-version"] = "must contain `overlay: 1.0.0`",
        ["not-an-object"] = "The root of the file is not a mapping",
        ["overlay-invalid-pattern"] = "The version `1.0` of the overlay is not supported",
        ["root-invalid-property"] = "must not have `invalidProperty`",
    };

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_invalid_overlay_is_rejected_with_its_cause(bool isLenient)
    {
        string[] files = Files("v1.0", "fail");

        Assert.Equal(
            s_causes.Keys.Order(StringComparer.Ordinal),
            files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
        );
        Assert.All(
            files,
            file =>
            {
                using Composition composition = Composition.Create(Contract, File.ReadAllText(file), isLenient);

                Assert.Contains(
                    s_causes[Path.GetFileNameWithoutExtension(file)],
                    Assert.Single(composition.Findings),
                    StringComparison.Ordinal
                );
                Assert.Contains("overlay.yaml(", composition.Findings[0], StringComparison.Ordinal);
                Assert.NotEqual(0, composition.ExitCode);
                Assert.Null(composition.Output);
            }
        );
    }

    [SkippableFact]
    public void Every_valid_overlay_is_accepted()
    {
        string[] files = Files("v1.0", "pass");

        Assert.True(files.Length >= 12, $"The suite has only {files.Length} valid overlays.");
        Assert.All(
            files,
            file =>
            {
                using Composition composition = Composition.Create(Contract, File.ReadAllText(file), isLenient: true);

                Assert.Equal(0, composition.ExitCode);
                Assert.DoesNotContain(composition.Findings, finding => finding.Contains("KC0006", StringComparison.Ordinal));
            }
        );
    }

    [SkippableFact]
    public void Every_overlay_of_version_1_1_is_rejected()
    {
        string[] files = [.. Files("v1.1", "pass"), .. Files("v1.1", "fail")];

        Assert.All(
            files,
            file =>
            {
                using Composition composition = Composition.Create(Contract, File.ReadAllText(file), isLenient: true);

                Assert.NotEqual(0, composition.ExitCode);
                Assert.Null(composition.Output);
            }
        );
        Assert.All(
            Files("v1.1", "pass"),
            file =>
            {
                using Composition composition = Composition.Create(Contract, File.ReadAllText(file));
                Assert.Contains(
                    "The version `1.1.0` of the overlay is not supported",
                    Assert.Single(composition.Findings),
                    StringComparison.Ordinal
                );
            }
        );
    }

    [SkippableTheory]
    [InlineData("actions-targeted-overlay-example", "paths['/foo'].get.description", "\"This is the new description\"")]
    [InlineData("actions-targeted-overlay-example", "paths['/bar'].post.x-safe", "false")]
    [InlineData("actions-wildcard-overlay-example", "paths['/bar'].get.x-safe", "true")]
    [InlineData("actions-wildcard-overlay-example", "paths['/foo'].get.parameters[0].schema.$ref", "\"#/components/schemas/filterSchema\"")]
    [InlineData("actions-wildcard-overlay-example", "paths['/foo'].get.parameters[0].schema.type", "\"string\"")]
    [InlineData("actions-wildcard-overlay-example", "paths['/foo'].get.parameters[1].schema.$ref", null)]
    [InlineData("actions-array-modification-example-remove", "paths['/foo'].get.parameters[2].name", "\"newParam\"")]
    [InlineData("actions-array-modification-example-update", "paths['/foo'].get.parameters[1]", null)]
    [InlineData("actions-array-modification-example-update", "paths['/foo'].get.parameters[0].name", "\"filter\"")]
    [InlineData("actions-update-with-remove", "paths['/foo'].get.parameters", null)]
    [InlineData("actions-structured-overlay-example", "info.x-overlay-applied", "\"structured-overlay\"")]
    [InlineData("actions-structured-overlay-example", "info.title", "\"t\"")]
    [InlineData("actions-structured-overlay-example", "paths['/pets'].get.x-rate-limit", "100")]
    public void An_example_changes_the_document_as_specified(string name, string path, string? value)
    {
        (JObject applied, IReadOnlyList<Finding> findings) = OverlayRun.Run(
            Contract,
            File.ReadAllText(Files("v1.0", "pass").Single(file => file.Contains($"{name}.", StringComparison.Ordinal)))
        );

        // The examples of the specification contain extensions of other programs.
        Assert.All(findings, static finding => Assert.Equal((ComposerRules.UnknownExtension, false), (finding.Rule, finding.IsError)));
        Assert.Equal(value, applied.SelectToken(path)?.ToString(Newtonsoft.Json.Formatting.None));
    }

    private static string[] Files(string version, string kind)
    {
        string? folder = ReferenceFolder.Path is { } reference ? Path.Combine(reference, "suites", "overlay", version, kind) : null;
        Skip.If(folder is null || !Directory.Exists(folder), ReferenceFolder.MissingReason);
        return [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)];
    }
}
