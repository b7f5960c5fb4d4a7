using System.Diagnostics;
using System.Reflection;

namespace Kajabi.Benchmarks.Ratios;

/// <summary>Makes sure that the SDK was compiled with optimization. Without it, times and bytes have no meaning.</summary>
internal static class OptimizedBuild
{
    public static bool Check(TextWriter output)
    {
        bool isOptimized = typeof(KajabiClient).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };
        if (!isOptimized)
        {
            output.WriteLine("The SDK was built without optimization. Add -c Release.");
        }

        return isOptimized;
    }
}
