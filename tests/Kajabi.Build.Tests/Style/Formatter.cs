using System.Diagnostics;
using System.Reflection;
using Kajabi.Tests;

namespace Kajabi.Build.Tests.Style;

/// <summary>Runs the formatter of the build.</summary>
internal static class Formatter
{
    /// <summary>Gets the file that the build generated and formatted.</summary>
    public static string GeneratedCodePath { get; } = Metadata("GeneratedCodePath");

    /// <summary>Checks files and folders, and returns the exit code and the names of the files that have another format.</summary>
    public static (int ExitCode, string Output) Check(params string[] paths)
    {
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = ReferenceFolder.RepositoryRoot(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "exec",
            Metadata("FormatterPath"),
            "check",
            .. paths,
            "--include-generated",
            "--no-msbuild-check",
            "--config-path",
            ".csharpierrc.yaml",
            "--ignore-path",
            ".csharpierignore",
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static string Metadata(string key) =>
        typeof(Formatter).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
