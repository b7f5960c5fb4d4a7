using System.Reflection;
using PublicApiGenerator;

namespace Kajabi.IntegrationTests.PublicApi;

/// <summary>
/// The public API, generated types included, is recorded in a text file in each project, so that a review shows the effect
/// of a change on users.
/// </summary>
public sealed class PublicApiTests
{
    private const string UpdateCommand = "KAJABI_UPDATE_API=1 dotnet test tests/Kajabi.Generated.IntegrationTests --filter PublicApi";

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
        string file = Path.Combine(ReferenceFolder.RepositoryRoot(), "src", assembly, "PublicAPI.txt");
        string built = Assembly.Load(assembly).GeneratePublicApi(s_options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("KAJABI_UPDATE_API") == "1")
        {
            File.WriteAllText(file, built);
            return;
        }

        string[] reviewed = File.Exists(file) ? File.ReadAllLines(file) : [];
        string[] current = built.TrimEnd('\n').Split('\n');
        int line = current.Zip(reviewed).TakeWhile(static pair => pair.First == pair.Second).Count();
        Assert.True(
            line == current.Length && line == reviewed.Length,
            $"""
            The public API of {assembly} differs from src/{assembly}/PublicAPI.txt, first in line {line + 1}:
              reviewed: {reviewed.ElementAtOrDefault(line)?.Trim()}
              built:    {current.ElementAtOrDefault(line)?.Trim()}
            If this is intended, update the file and review the difference: {UpdateCommand}
            """
        );
    }
}
