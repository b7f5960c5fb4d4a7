using System.Diagnostics;
using Kajabi.Composer.CommandLine;

namespace Kajabi.Contract.Tests.Reporting;

/// <summary>The tool as a process: exit codes and messages with unusual streams and arguments.</summary>
public sealed class ProcessTests
{
    [SkippableTheory]
    [InlineData(3, "2>/dev/full", "lint", "missing.yaml")]
    [InlineData(3, "2>&-", "lint", "missing.yaml")]
    [InlineData(3, "2>/dev/full", "compose", "missing.yaml", "--overlay", "x", "--output", "y")]
    [InlineData(2, "2>/dev/full", "lint")]
    public async Task Standard_error_that_cannot_be_written_does_not_change_the_exit_code(
        int exitCode,
        string redirection,
        params string[] arguments
    )
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Needs /dev/full.");

        Assert.Equal(exitCode, (await RunAsync(redirection, arguments)).ExitCode);
    }

    [SkippableTheory]
    [InlineData("a", "b\n::error::c")]
    [InlineData("a", "##vso[task.x]y")]
    [InlineData("a", "--format", "x\n::error::y")]
    [InlineData("")]
    [InlineData("a", "--output", "")]
    public async Task An_invalid_command_line_exits_with_2_and_prints_no_CI_command(params string[] arguments)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Needs a shell.");

        (int exitCode, string errors) = await RunAsync(string.Empty, ["lint", .. arguments]);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("kajabi-contract: ", errors, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^\s*::|##\w*\[", errors);
    }

    [SkippableFact]
    public async Task A_response_file_is_not_read()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Needs a shell.");
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "a secret line");

            (int exitCode, string errors) = await RunAsync(string.Empty, "lint", "a", $"@{path}");

            Assert.Equal(2, exitCode);
            Assert.DoesNotContain("secret", errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<(int ExitCode, string Errors)> RunAsync(string redirection, params string[] arguments)
    {
        ProcessStartInfo start = new(
            "sh",
            [
                "-c",
                $"exec \"$@\" {redirection}",
                "sh",
                "dotnet",
                "exec",
                Path.Combine(AppContext.BaseDirectory, "kajabi-contract.dll"),
                .. arguments,
            ]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, errors);
    }
}
