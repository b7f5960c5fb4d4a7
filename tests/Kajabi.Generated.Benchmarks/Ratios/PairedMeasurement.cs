using System.Diagnostics;

namespace Kajabi.Benchmarks.Ratios;

/// <summary>
/// Measures the processor times of contenders in the order A X A X A. Each time is divided by the mean of the times of A before and
/// after it, so that a change of the load of the machine affects both.
/// </summary>
/// <remarks>
/// Processor time instead of elapsed time, because all contenders use one thread and other processes may interrupt it.
/// </remarks>
internal sealed class PairedMeasurement
{
    private const int MinSamples = 5;

    // Short, so that A and X run under the same load, but long compared with reading the time.
    private static readonly TimeSpan s_stepTime = TimeSpan.FromMilliseconds(0.5);

    // Long enough to contain garbage collections, which are a part of the time of a contender.
    private static readonly TimeSpan s_sampleTime = TimeSpan.FromMilliseconds(20);

    private readonly Contender _baseline;
    private readonly IReadOnlyList<Contender> _contenders;
    private readonly List<double>[] _ratios;
    private readonly List<TimeSpan> _baselines = [];
    private readonly int _invocations;
    private readonly bool _isLarge;
    private readonly int _steps;

    private PairedMeasurement(IReadOnlyList<Contender> contenders)
    {
        _contenders = contenders;
        _baseline = contenders[0];
        _ratios = [.. contenders.Select(static _ => new List<double>())];
        _invocations = 1;
        TimeSpan time;
        while ((time = Time(_baseline)) < s_stepTime)
        {
            _invocations *= 2;
        }

        _isLarge = _invocations == 1;
        _steps = Math.Max(1, (int)Math.Round(s_sampleTime / time));
    }

    /// <summary>Gets the median time of the baseline.</summary>
    public TimeSpan BaselineTime => _baselines.Order().ElementAt(_baselines.Count / 2);

    /// <param name="contenders">The contenders. The first is the baseline.</param>
    /// <param name="time">The time for the samples. At least five are measured.</param>
    public static PairedMeasurement Run(IReadOnlyList<Contender> contenders, TimeSpan time)
    {
        PairedMeasurement measurement = new(contenders);
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < MinSamples || Stopwatch.GetElapsedTime(start) < time; round++)
        {
            for (int index = 0; index < contenders.Count; index++)
            {
                measurement.Sample(index);
            }
        }

        return measurement;
    }

    /// <summary>Returns the median ratio of a contender, and half of the distance between its quartiles relative to it.</summary>
    public (double Ratio, double Spread) GetRatio(int contender)
    {
        List<double> ratios = [.. _ratios[contender].Order()];
        double median = ratios[ratios.Count / 2];
        return (median, (ratios[ratios.Count * 3 / 4] - ratios[ratios.Count / 4]) / 2 / median);
    }

    private void Sample(int index)
    {
        TimeSpan paired = TimeSpan.Zero;
        TimeSpan total = TimeSpan.Zero;
        TimeSpan before = Time(_baseline);
        for (int step = 0; step < _steps; step++)
        {
            total += Time(_contenders[index]);
            TimeSpan after = Time(_baseline);
            paired += (before + after) / 2;
            before = after;
        }

        _ratios[index].Add(total / paired);
        _baselines.Add(paired / _steps / _invocations);
    }

    private TimeSpan Time(Contender contender)
    {
        if (_isLarge)
        {
            // The garbage of the previous contender is collected here, not in the measured time.
            contender.Run();
        }

        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int invocation = 0; invocation < _invocations; invocation++)
        {
            contender.Run();
        }

        return Environment.CpuUsage.TotalTime - start;
    }
}
