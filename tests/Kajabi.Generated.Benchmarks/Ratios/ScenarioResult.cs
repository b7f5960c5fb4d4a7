using System.Globalization;

namespace Kajabi.Benchmarks.Ratios;

/// <summary>The results of all contenders of a scenario.</summary>
internal sealed record ScenarioResult(string Scenario, int Length, TimeSpan? BaselineTime, IReadOnlyList<Measurement> Measurements)
{
    /// <summary>Writes a table in Markdown.</summary>
    public void Write(TextWriter output)
    {
        string baseline = BaselineTime is { } time ? Invariant($", A = {time.TotalMicroseconds:N1} us") : string.Empty;
        output.WriteLine(Invariant($"{Scenario}, {Length / 1000.0:N1} kB{baseline}"));
        output.WriteLine();
        WriteRow(output, string.Empty, "x A", "spread", "kB");
        output.WriteLine(Invariant($"| {new string('-', 36)} | -----: | -----: | ---------: |"));
        foreach (Measurement measurement in Measurements)
        {
            string ratio = measurement.Ratio is { } value ? Invariant($"{value:0.00}") : "-";
            string spread = measurement.Ratio is null ? "-" : Invariant($"{measurement.Spread * 100:0} %");
            WriteRow(output, measurement.Contender, ratio, spread, Invariant($"{measurement.Bytes / 1000.0:N2}"));
        }

        output.WriteLine();
    }

    private static void WriteRow(TextWriter output, string contender, string ratio, string spread, string kilobytes) =>
        output.WriteLine($"| {contender.PadRight(36)} | {ratio.PadLeft(6)} | {spread.PadLeft(6)} | {kilobytes.PadLeft(10)} |");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
