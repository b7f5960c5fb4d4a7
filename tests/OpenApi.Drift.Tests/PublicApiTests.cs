namespace OpenApi.Drift.Tests;

/// <summary>The public API of the library, and of the library on which it depends, is recorded in its project.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("OpenApi.Documents")]
    [InlineData("OpenApi.Drift")]
    public void The_public_API_matches_PublicAPI_txt(string assembly) => PublicApiFile.AssertMatches(assembly, "OpenApi.Drift.Tests");
}
