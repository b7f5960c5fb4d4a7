namespace Kajabi.IntegrationTests.PublicApi;

/// <summary>The public API of each library of the SDK is recorded in its project.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Kajabi.Generated")]
    [InlineData("Kajabi.Generated.AspNetCore")]
    [InlineData("Kajabi.Generated.Sandbox")]
    public void The_public_API_matches_PublicAPI_txt(string assembly) =>
        PublicApiFile.AssertMatches(assembly, "Kajabi.Generated.IntegrationTests");
}
