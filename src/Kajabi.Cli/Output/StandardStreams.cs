using System.Text;

namespace Kajabi.Cli.Output;

/// <summary>Creates the writers of redirected standard streams. They always write UTF-8, independent of the locale.</summary>
internal static class StandardStreams
{
    private const int OutputDescriptor = 1;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Creates the writer of standard output. It throws <see cref="OutputException"/> when the pipe is closed or the output cannot be
    /// written.
    /// </summary>
    public static TextWriter CreateOutput() =>
        new StreamWriter(OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new DescriptorStream(OutputDescriptor), s_utf8)
        {
            NewLine = "\n",
        };

    /// <summary>
    /// Creates the writer of standard error. It ignores write errors, so that they do not affect the result of the command.
    /// </summary>
    public static TextWriter CreateError() =>
        TextWriter.Synchronized(
            new StreamWriter(new BestEffortStream(Console.OpenStandardError()), s_utf8) { AutoFlush = true, NewLine = "\n" }
        );
}
