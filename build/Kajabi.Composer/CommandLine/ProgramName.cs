using System.Reflection;

namespace Kajabi.Composer.CommandLine;

/// <summary>The name of the running program, which starts each of its messages.</summary>
internal static class ProgramName
{
    private const string Default = "kajabi-contract";

    /// <summary>Gets <c>kajabi-composer</c> in the build, otherwise <c>kajabi-contract</c>.</summary>
    public static string Value { get; } =
        Assembly.GetEntryAssembly() == typeof(ProgramName).Assembly ? typeof(ProgramName).Assembly.GetName().Name! : Default;
}
