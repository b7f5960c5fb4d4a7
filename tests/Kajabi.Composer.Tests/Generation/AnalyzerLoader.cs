using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>Loads the source generators of the build into this process.</summary>
internal sealed class AnalyzerLoader : IAnalyzerAssemblyLoader
{
    public static AnalyzerLoader Instance { get; } = new();

    public void AddDependencyLocation(string fullPath) { }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
