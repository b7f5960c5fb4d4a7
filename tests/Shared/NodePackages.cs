using System.Diagnostics;

namespace Kajabi.Tests;

/// <summary>The Node.js programs of the tests, each in a folder with its lock file.</summary>
internal static class NodePackages
{
    // Two classes of tests can use one folder at the same time.
    private static readonly SemaphoreSlim s_installation = new(1, 1);

    /// <summary>Returns a folder of programs in the output folder of the tests.</summary>
    /// <param name="path">The path in the project, such as <c>Contract/linter</c>.</param>
    public static string Folder(string path) => Path.Combine(AppContext.BaseDirectory, path);

    /// <summary>Installs the packages of a folder, once per build. In CI, a failure fails the test.</summary>
    /// <param name="folder">The folder with the lock file.</param>
    /// <returns>The reason of a failure; null if the packages are installed.</returns>
    public static async Task<string?> InstallAsync(string folder)
    {
        await s_installation.WaitAsync();
        try
        {
            string? reason = await FindMissingReasonAsync(folder);
            Assert.False(reason is not null && !InstalledProgram.CanBeMissing, reason);
            return reason;
        }
        finally
        {
            s_installation.Release();
        }
    }

    public static Process Start(string folder, string program, params IEnumerable<string> arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
            }
        )!;

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string folder,
        string program,
        params IEnumerable<string> arguments
    )
    {
        using Process process = Start(folder, program, arguments);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, errors);
    }

    private static async Task<string?> FindMissingReasonAsync(string folder)
    {
        FileInfo installed = new(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
        {
            return null;
        }

        try
        {
            (int exitCode, string _, string errors) = await RunAsync(folder, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            return exitCode == 0 ? null : $"npm could not install the packages of {Path.GetFileName(folder)}: {errors}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "The tests with third-party programs need Node.js 20 or newer: install node and npm.";
        }
    }
}
