using Kajabi.Composer.CommandLine;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>The overlay of <c>compose</c> is specified as in the other commands.</summary>
public sealed class ComposeOptionTests : IDisposable
{
    private const string Contract = """
        openapi: 3.1.1
        paths:
          /v1/things:
            get: { tags: [Things], responses: { '204': { description: d } } }
        """;

    private const string Overlay = """
        overlay: 1.0.0
        info: { title: t, version: '1' }
        actions:
          - { target: "$.paths['/v1/things'].get", update: { x-operation-name: FindThings } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-compose-").FullName;

    [Theory]
    [InlineData("none", "ListThings")]
    [InlineData("other.yaml", "FindThings")]
    [InlineData(null, "FindThings")]
    public void The_overlay_is_a_file_or_none_and_by_default_the_file_beside_the_document(string? overlay, string operation)
    {
        File.WriteAllText(Path.Combine(_folder, "contract.yaml"), Contract);
        File.WriteAllText(Path.Combine(_folder, overlay is null or "none" ? "overlay.yaml" : overlay), Overlay);
        string output = Path.Combine(_folder, "composed.json");
        string[] arguments = [Path.Combine(_folder, "contract.yaml"), "--output", output];
        string[] overlayArguments = overlay is null ? [] : ["--overlay", overlay == "none" ? overlay : Path.Combine(_folder, overlay)];

        Assert.Equal(0, ComposeCommand.Create().Parse([.. arguments, .. overlayArguments]).Invoke());
        Assert.Contains($"\"{operation}\"", File.ReadAllText(output), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
