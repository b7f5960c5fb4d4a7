namespace Kajabi.Benchmarks.Ratios;

/// <summary>Measures the bytes that a contender allocates, after the warm-up.</summary>
internal static class AllocationMeasurement
{
    /// <summary>Returns the median, because the pools of arrays are sometimes empty.</summary>
    public static long Measure(Contender contender, int samples)
    {
        long[] bytes = new long[samples];
        for (int index = 0; index < samples; index++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            contender.Run();
            bytes[index] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Array.Sort(bytes);
        return bytes[samples / 2];
    }
}
