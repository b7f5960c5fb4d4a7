namespace Kajabi.Contract.Reporting;

/// <summary>Whether standard output is a terminal whose reader wants colours (see https://no-color.org).</summary>
internal static class ConsoleColorSupport
{
    public static bool IsWanted => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
