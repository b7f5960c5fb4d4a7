using System.Diagnostics;
using System.Globalization;
using Kajabi.Sandbox;

namespace Kajabi.Benchmarks.Starts;

/// <summary>
/// Measures how long a program takes that reads one contact and ends: with the SDK, and with <see cref="HttpClient"/> and the same
/// requests.
/// </summary>
internal static class StartCommand
{
    private const int Pairs = 15;
    private const string ContactId = "2148433001";

    /// <param name="output">Receives the medians.</param>
    /// <param name="program">The path of Kajabi.Generated.ColdStart.dll, or of the program after it was published.</param>
    /// <returns>0, 1 if the program fails, or 2 if it is another program.</returns>
    public static async Task<int> RunAsync(TextWriter output, string program)
    {
        if (!File.Exists(program))
        {
            await output.WriteLineAsync($"{program} does not exist.");
            return 2;
        }

        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        List<double> plain = [];
        List<double> sdk = [];
        List<double> ratios = [];

        // In pairs, so that a change of the load of the machine affects both. The first pair reads the files from the disk.
        for (int pair = 0; pair <= Pairs; pair++)
        {
            if (await TimeAsync(program, "plain", sandbox) is not { } baseline || await TimeAsync(program, "sdk", sandbox) is not { } time)
            {
                await output.WriteLineAsync($"{program} failed.");
                return 1;
            }

            if (!sandbox.Requests.Any(static request => request.Path.EndsWith(ContactId, StringComparison.Ordinal)))
            {
                await output.WriteLineAsync($"{program} is not tests/Kajabi.Generated.ColdStart: it did not read contact {ContactId}.");
                return 2;
            }

            if (pair > 0)
            {
                plain.Add(baseline.TotalSeconds);
                sdk.Add(time.TotalSeconds);
                ratios.Add(time / baseline);
            }
        }

        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"HttpClient {Median(plain):0.000} s, SDK {Median(sdk):0.000} s, ratio {Median(ratios):0.00}"
            )
        );
        return 0;
    }

    private static async Task<TimeSpan?> TimeAsync(string program, string client, KajabiSandbox sandbox)
    {
        bool isLibrary = Path.GetExtension(program) == ".dll";
        string[] arguments = [client, sandbox.BaseAddress.AbsoluteUri, sandbox.ClientId, sandbox.ClientSecret, ContactId];
        ProcessStartInfo start = new(
            isLibrary ? "dotnet" : Path.GetFullPath(program),
            isLibrary ? [Path.GetFullPath(program), .. arguments] : arguments
        )
        {
            RedirectStandardOutput = true,
        };
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(began) : null;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
