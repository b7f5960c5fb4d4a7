using System.Diagnostics;
using System.Runtime;

namespace Kajabi.Benchmarks.Ratios;

/// <summary>Runs contenders until the JIT compiler has compiled all their methods with optimization.</summary>
internal static class WarmUp
{
    // A method is compiled again after 30 calls, and then instrumented for as many, in the background and after a delay of 100 ms.
    private const int MinRounds = 100;
    private static readonly TimeSpan s_quietTime = TimeSpan.FromMilliseconds(500);

    /// <param name="contenders">The contenders, which run in turn.</param>
    /// <param name="limit">The maximum time, for contenders that are slow and whose methods were compiled before.</param>
    public static void Run(IReadOnlyList<Contender> contenders, TimeSpan limit)
    {
        long start = Stopwatch.GetTimestamp();
        long lastChange = start;
        long methods = JitInfo.GetCompiledMethodCount();
        for (int round = 1; Stopwatch.GetElapsedTime(start) < limit; round++)
        {
            foreach (Contender contender in contenders)
            {
                contender.Run();
            }

            long current = JitInfo.GetCompiledMethodCount();
            if (current != methods)
            {
                methods = current;
                lastChange = Stopwatch.GetTimestamp();
            }
            else if (round >= MinRounds && Stopwatch.GetElapsedTime(lastChange) > s_quietTime)
            {
                return;
            }
        }
    }
}
