using System.Reflection;
using PublicApiGenerator;

namespace Kajabi.IntegrationTests.PublicApi;

/// <summary>
/// Everything public stands in a reviewed text file beside its project, generated types included: the one readable
/// picture of what a change of the contract or of the code means to users.
/// </summary>
public sealed class PublicApiTests
{
    private const string UpdateCommand = "KAJABI_UPDATE_API=1 dotnet test tests/Kajabi.Generated.IntegrationTests --filter PublicApi";

    private static readonly ApiGeneratorOptions s_options = new()
    {
        IncludeAssemblyAttributes = false,
        DenyNamespacePrefixes = [], // Registration stands in Microsoft's namespaces, which are left out unless said otherwise.
        ExcludeAttributes = ["System.Diagnostics.DebuggerDisplayAttribute", "System.Runtime.CompilerServices.AsyncStateMachineAttribute"],
    };

    [Theory]
    [InlineData("Kajabi.Generated")]
    [InlineData("Kajabi.Generated.AspNetCore")]
    [InlineData("Kajabi.Generated.Sandbox")]
    public void What_is_public_is_what_was_reviewed(string assembly)
    {
        string file = Path.Combine(ReferenceFolder.RepositoryRoot(), "src", assembly, "PublicAPI.txt");
        string built = Assembly.Load(assembly).GeneratePublicApi(s_options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("KAJABI_UPDATE_API") == "1")
        {
            File.WriteAllText(file, built);
            return;
        }

        string[] reviewed = File.Exists(file) ? File.ReadAllLines(file) : [];
        string[] now = built.TrimEnd('\n').Split('\n');
        int line = now.Zip(reviewed).TakeWhile(static pair => pair.First == pair.Second).Count();
        Assert.True(
            line == now.Length && line == reviewed.Length,
            $"The public API of {assembly} differs from src/{assembly}/PublicAPI.txt, first in line {line + 1}:\n  reviewed: {reviewed.ElementAtOrDefault(line)?.Trim()}\n  built:    {now.ElementAtOrDefault(line)?.Trim()}\nIf that is meant, take it over and review the difference: {UpdateCommand}"
        );
    }
}
