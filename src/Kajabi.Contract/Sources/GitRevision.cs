using System.ComponentModel;
using System.Diagnostics;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Sources;

/// <summary>A file in a Git revision, such as <c>HEAD~1:openapi/openapi.yaml</c>.</summary>
/// <param name="Revision">The revision; empty for the index.</param>
/// <param name="Path">The path from the root of the repository, or from the current folder if it starts with <c>./</c>.</param>
internal sealed record GitRevision(string Revision, string Path)
{
    /// <summary>Returns the revision; null if the text is the path of a file.</summary>
    public static GitRevision? Parse(string specified)
    {
        int colon = specified.IndexOf(':', StringComparison.Ordinal);
        bool isDrive = colon == 1 && char.IsAsciiLetter(specified[0]) && specified.Length > 2 && specified[2] is '\\' or '/';
        return colon < 0 || colon == specified.Length - 1 || isDrive || File.Exists(specified)
            ? null
            : new GitRevision(specified[..colon], specified[(colon + 1)..]);
    }

    /// <exception cref="UnreadableFileException">Git has no such file.</exception>
    public SourceFile Load(string folder, TimeSpan timeout)
    {
        // Git would read it as an option.
        if (Revision.StartsWith('-'))
        {
            throw Failure("A revision cannot start with a hyphen.");
        }

        MemoryStream content = Run(folder, timeout);
        return SourceFile.Read(ToString(), () => content);
    }

    public override string ToString() => $"{Revision}:{Path}";

    private MemoryStream Run(string folder, TimeSpan timeout)
    {
        using Process git = Start(folder);
        git.StandardInput.Close();
        using CancellationTokenSource cancellation = new(timeout);
        try
        {
            Task<string> errors = git.StandardError.ReadToEndAsync(cancellation.Token);
            MemoryStream content =
                LimitedContent.ReadAsync(git.StandardOutput.BaseStream, cancellation.Token).GetAwaiter().GetResult()
                ?? throw Failure($"The file exceeds the limit of {ReadingLimits.MaxBytes:N0} bytes.", DocumentRules.LimitExceeded);
            string problem = errors.GetAwaiter().GetResult();
            git.WaitForExitAsync(cancellation.Token).GetAwaiter().GetResult();
            return git.ExitCode == 0 ? content : throw Failure(Explain(problem));
        }
        catch (OperationCanceledException)
        {
            throw Failure($"Git exceeded the limit of {timeout.TotalSeconds:0} seconds.");
        }
        finally
        {
            if (!git.HasExited)
            {
                git.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(string folder)
    {
        ProcessStartInfo start = new("git", ["cat-file", "blob", ToString()])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw Failure("Git cannot be started. Install it, or check that the file exists if this is a path.");
        }
    }

    // The messages of Git can contain the URL of a remote with credentials, so they are not shown.
    private static string Explain(string problem) =>
        problem.Contains("not a git repository", StringComparison.Ordinal)
            ? "The current folder is not in a Git repository."
            : "Git has no such file in this revision. The path starts at the root of the repository, or with ./ at the current folder. "
                + "In a shallow clone, fetch the revision first.";

    private UnreadableFileException Failure(string problem, Rule? rule = null) => new(ToString(), 1, 1, problem, rule);
}
