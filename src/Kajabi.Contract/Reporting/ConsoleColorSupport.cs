namespace Kajabi.Contract.Reporting;

/// <summary>Detects whether to color the output: only on a terminal, and not if NO_COLOR is set (see https://no-color.org).</summary>
internal static class ConsoleColorSupport
{
    public static bool IsWanted => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
