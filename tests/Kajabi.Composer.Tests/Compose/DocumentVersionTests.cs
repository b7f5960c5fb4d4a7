using Kajabi.Composer.CommandLine;

namespace Kajabi.Composer.Tests.Compose;

/// <summary>Documents of other versions of OpenAPI.</summary>
public sealed class DocumentVersionTests
{
    [Theory]
    [InlineData("swagger: '2.0'")]
    [InlineData("openapi: '2.0'")]
    [InlineData("openapi: 4.0.0")]
    public void A_document_of_another_major_version_cannot_be_read(string version)
    {
        using Composition lenient = Compose(version, isLenient: true);

        Assert.Equal((3, null), (lenient.ExitCode, lenient.Output));
        Assert.Contains("KC0010", Assert.Single(lenient.Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.2.0")]
    [InlineData("3.10.0")]
    public void A_document_of_a_newer_minor_version_is_a_warning(string version)
    {
        using Composition strict = Compose($"openapi: {version}", isLenient: false);

        Assert.Equal(0, strict.ExitCode);
        Assert.Contains("warning KC0032", Assert.Single(strict.Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.1")]
    public void A_document_of_a_supported_version_has_no_finding(string version)
    {
        using Composition strict = Compose($"openapi: {version}", isLenient: false);

        Assert.Equal(0, strict.ExitCode);
        Assert.Empty(strict.Findings);
    }

    private static Composition Compose(string version, bool isLenient) =>
        Composition.Create($"{version}\npaths: {{ /v1/a: {{ get: {{ tags: [A], responses: {{}} }} }} }}\n", isLenient: isLenient);
}
