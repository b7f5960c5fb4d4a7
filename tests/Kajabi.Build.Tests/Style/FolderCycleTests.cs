using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kajabi.Build.Tests.Style;

/// <summary>The folders of a project have an order: a folder does not use types of a folder that uses its own.</summary>
public sealed class FolderCycleTests
{
    /// <summary>Gets the cycles that remain, with their reasons.</summary>
    private static readonly Dictionary<string, string> s_exceptions = new()
    {
        ["build/Kajabi.Composer: JsonPath/Expressions, JsonPath/Selectors"] =
            "The grammar of RFC 9535 is recursive: a filter selector contains expressions, which contain queries with selectors.",
    };

    public static TheoryData<string> Projects =>
        ["build/Kajabi.Composer", "src/Kajabi.Contract", "src/OpenApi.Documents", "src/OpenApi.Drift"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_do_not_use_each_other(string project)
    {
        CSharpCompilation compilation = ProjectCompilation.Create($"{project}/{Path.GetFileName(project)}.csproj");
        FolderDependencies dependencies = new(compilation);

        IReadOnlyList<string[]> cycles = dependencies.FindCycles();
        IEnumerable<string> unexpected = cycles
            .Where(cycle => !s_exceptions.ContainsKey(Key(project, cycle)))
            .Select(cycle => $"{Key(project, cycle)}\n  {string.Join("\n  ", dependencies.Explain(cycle))}");
        IEnumerable<string> unused = s_exceptions.Keys.Where(key =>
            key.StartsWith($"{project}: ", StringComparison.Ordinal) && !cycles.Any(cycle => Key(project, cycle) == key)
        );

        Assert.False(unexpected.Any(), string.Join('\n', unexpected));
        Assert.Empty(unused);

        // Without its references, the types that a project uses would be unknown.
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Id is "CS0103" or "CS0234" or "CS0246");
    }

    [Fact]
    public void A_cycle_through_a_third_folder_is_found()
    {
        FolderDependencies dependencies = Create(
            ("A/First.cs", "namespace N; class First { Second? next; }"),
            ("B/Second.cs", "namespace N; class Second { static object Next() => Third.Next; }"),
            ("C/Third.cs", "namespace N; class Third { public static int Next = new System.Collections.Generic.List<First>().Count; }"),
            ("D/Fourth.cs", "namespace N; class Fourth { First? next; }")
        );

        string[] cycle = Assert.Single(dependencies.FindCycles());

        Assert.Equal(["A", "B", "C"], cycle);
        Assert.Equal(
            ["A -> B: First.cs uses Second", "B -> C: Second.cs uses Third", "C -> A: Third.cs uses First"],
            dependencies.Explain(cycle)
        );
    }

    [Fact]
    public void Comments_and_types_of_the_same_folder_are_no_cycle() =>
        Assert.Empty(
            Create(
                    ("A/First.cs", "namespace N; class First { Other? other; }"),
                    ("A/Other.cs", "namespace N; class Other { First? first; }"),
                    ("B/Second.cs", "namespace N; /** <see cref=\"Third\"/> */ class Second { First? first; }"),
                    ("C/Third.cs", "namespace N; class Third { Second? second; }")
                )
                .FindCycles()
        );

    private static FolderDependencies Create(params (string Path, string Text)[] files) =>
        new(
            CSharpCompilation.Create(
                "N",
                files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)),
                [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]
            )
        );

    private static string Key(string project, string[] cycle) => $"{project}: {string.Join(", ", cycle)}";
}
