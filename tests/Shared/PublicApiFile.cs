using System.Reflection;
using PublicApiGenerator;

namespace Kajabi.Tests;

/// <summary>
/// The public API of a project, generated types included, is recorded in a text file in the project, so that a review shows the effect of a
/// change on users.
/// </summary>
internal static class PublicApiFile
{
    private const string UpdateVariable = "KAJABI_UPDATE_API";

    private static readonly ApiGeneratorOptions s_options = new()
    {
        IncludeAssemblyAttributes = false,
        DenyNamespacePrefixes = [], // Microsoft's namespaces, excluded by default, contain the registration methods.
        ExcludeAttributes = ["System.Diagnostics.DebuggerDisplayAttribute", "System.Runtime.CompilerServices.AsyncStateMachineAttribute"],
    };

    /// <summary>Asserts that the public API of an assembly matches the file of its project, or writes the file.</summary>
    /// <param name="assembly">The name of the assembly and of its project in <c>src</c>.</param>
    /// <param name="tests">The name of the test project, for the command that updates the file.</param>
    public static void AssertMatches(string assembly, string tests) =>
        RecordedFile.AssertMatches(
            $"src/{assembly}/PublicAPI.txt",
            Assembly.Load(assembly).GeneratePublicApi(s_options).ReplaceLineEndings("\n").TrimEnd() + "\n",
            UpdateVariable,
            $"{UpdateVariable}=1 dotnet test tests/{tests} --filter PublicApi"
        );
}
