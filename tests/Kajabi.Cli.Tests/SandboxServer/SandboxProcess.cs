using System.Diagnostics;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary><c>kajabi sandbox</c> in a process of its own, on a free port.</summary>
internal sealed class SandboxProcess : ServerProcess
{
    private const string Ready = "Kajabi sandbox is ready: ";

    private readonly string _firstLine;

    private SandboxProcess(Process process, string firstLine)
        : base(process, GetAddress(firstLine))
    {
        _firstLine = firstLine;
    }

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public static Task<SandboxProcess> StartAsync(params string[] options) => StartAsync(new Dictionary<string, string>(), options);

    public static Task<SandboxProcess> StartAsync(IReadOnlyDictionary<string, string> environment, params string[] options) =>
        StartAsync(
            environment,
            ["sandbox", "--port", "0", .. options],
            static process => process.StandardOutput,
            static (process, line) => new SandboxProcess(process, line)
        );

    /// <summary>Sends a signal, and returns what the process wrote.</summary>
    public async Task<CliResult> StopAsync(int signal)
    {
        CliResult result = await SendSignalAsync(signal);
        return result with { Output = $"{_firstLine}\n{result.Output}" };
    }

    private static Uri GetAddress(string firstLine) =>
        new(
            firstLine.StartsWith(Ready, StringComparison.Ordinal)
                ? firstLine[Ready.Length..]
                : (string)Newtonsoft.Json.Linq.JObject.Parse(firstLine)["url"]!
        );
}
