using Kajabi.Contract.Tests.Compose;

namespace Kajabi.Contract.Tests.Generation;

/// <summary>The compilation in memory accepts our own OpenAPI document and finds errors.</summary>
public sealed class LibraryCompilerTests
{
    [Fact]
    public async Task The_code_of_our_document_compiles()
    {
        string folder = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");
        using Composition ours = Composition.FromFiles(Path.Combine(folder, "openapi.yaml"), Path.Combine(folder, "overlay.yaml"));
        var w = System.Diagnostics.Stopwatch.StartNew();
        string generated = await GeneratedCode.GenerateAsync(ours.Output!);
        Console.WriteLine($"generate {w.ElapsedMilliseconds}");
        w.Restart();
        Assert.Equal("", string.Join("\n", LibraryCompiler.Compile(generated)));
        Console.WriteLine($"compile {w.ElapsedMilliseconds}");
        for (int i = 0; i < 3; i++)
        {
            w.Restart();
            generated = await GeneratedCode.GenerateAsync(ours.Output!);
            Console.WriteLine($"generate {w.ElapsedMilliseconds}");
            w.Restart();
            LibraryCompiler.Compile(generated);
            Console.WriteLine($"compile {w.ElapsedMilliseconds}");
        }
        Assert.NotEmpty(LibraryCompiler.Compile(generated.Replace("ContactAttributes", "Task", StringComparison.Ordinal)));
    }
}
