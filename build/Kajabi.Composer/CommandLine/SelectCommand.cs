using System.CommandLine;
using System.Text;
using Kajabi.Composer.Handwritten;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kajabi.Composer.CommandLine;

/// <summary><c>select</c>: leaves out the handwritten code that the generated code does not support.</summary>
internal static class SelectCommand
{
    public static Command Create()
    {
        Option<string> generated = new("--generated") { Description = "The generated code.", Required = true };
        Option<string> sources = new("--sources") { Description = "A file with the path of a source file per line.", Required = true };
        Option<string> references = new("--references") { Description = "A file with the path of an assembly per line.", Required = true };
        Option<string> output = new("--output") { Description = "The folder for the changed files and their list.", Required = true };
        Command command = new("select", "Leave out handwritten code that needs operations or attributes which the contract does not have.")
        {
            generated,
            sources,
            references,
            output,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(generated)!,
                File.ReadAllLines(parsed.GetValue(sources)!),
                File.ReadAllLines(parsed.GetValue(references)!),
                parsed.GetValue(output)!,
                Console.Error
            )
        );
        return command;
    }

    internal static int Run(
        string generated,
        IReadOnlyList<string> sources,
        IReadOnlyList<string> references,
        string output,
        TextWriter errors
    )
    {
        CSharpParseOptions options = new(LanguageVersion.Latest);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Kajabi.Generated",
            // The compiler reports a duplicate in the later file, so the handwritten one is left out.
            sources
                .Prepend(generated)
                .Select(path => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), options, path)),
            references.Select(static path => MetadataReference.CreateFromFile(path)),
            // The same as in the project of the SDK: other options would leave out code that compiles.
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        HandwrittenCodeSelector selection = HandwrittenCodeSelector.Select(compilation, sources);
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        List<string> list = [];
        foreach ((string path, SourceText text) in selection.Changed)
        {
            // The compiler and the debugger show the original file.
            string changed = Path.Combine(output, $"{list.Count:000}.{Path.GetFileName(path)}");
            OutputFile.Write($"#line 1 \"{Path.GetFullPath(path)}\"\n{text}", changed);
            list.Add($"{path}|{changed}");
        }

        foreach (LeftOutCode code in selection.LeftOut)
        {
            errors.WriteLine(code.ToFinding());
        }

        OutputFile.Write(string.Concat(list.Select(static line => line + "\n")), Path.Combine(output, "list.txt"));
        return ExitCode.Clean;
    }
}
