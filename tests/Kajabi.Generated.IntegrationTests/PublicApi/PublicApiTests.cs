using System.Reflection;
using PublicApiGenerator;

namespace Kajabi.IntegrationTests.PublicApi;

/// <summary>
/// The public API, generated types included, is recorded in a text file in each project, so that a review shows the effect
/// of a change on users.
/// </summary>
public sealed class PublicApiTests
{
    private const string UpdateVariable = "KAJABI_UPDATE_API";

    private const string UpdateCommand = $"{UpdateVariable}=1 dotnet test tests/Kajabi.Generated.IntegrationTests --filter PublicApi";

    private static readonly ApiGeneratorOptions s_options = new()
    {
        IncludeAssemblyAttributes = false,
        DenyNamespacePrefixes = [], // Microsoft's namespaces, excluded by default, contain the registration methods.
        ExcludeAttributes = ["System.Diagnostics.DebuggerDisplayAttribute", "System.Runtime.CompilerServices.AsyncStateMachineAttribute"],
    };

    [Theory]
    [InlineData("Kajabi.Generated")]
    [InlineData("Kajabi.Generated.AspNetCore")]
    [InlineData("Kajabi.Generated.Sandbox")]
    public void The_public_API_matches_PublicAPI_txt(string assembly)
    {
        string built = Assembly.Load(assembly).GeneratePublicApi(s_options).ReplaceLineEndings("\n").TrimEnd() + "\n";

        RecordedFile.AssertMatches($"src/{assembly}/PublicAPI.txt", built, UpdateVariable, UpdateCommand);
    }
}
