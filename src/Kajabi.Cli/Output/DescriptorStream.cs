using System.Runtime.InteropServices;

namespace Kajabi.Cli.Output;

/// <summary>
/// Writes to a Unix file descriptor. The console stream of .NET ignores a closed pipe, so the command would continue without a reader.
/// </summary>
internal sealed class DescriptorStream(int descriptor) : WriteOnlyStream
{
    private const int Interrupted = 4; // EINTR
    private const int BrokenPipe = 32; // EPIPE
    private const short CanWriteEvent = 4; // POLLOUT

    // EAGAIN: the parent process may have set the shared pipe to non-blocking.
    private static readonly int s_wouldBlock = OperatingSystem.IsLinux() ? 11 : 35;

    /// <exception cref="OutputException">The pipe is closed, or the bytes cannot be written.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            nint written = WriteBytes(descriptor, in MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            int error = Marshal.GetLastPInvokeError();
            if (error == s_wouldBlock)
            {
                PollDescriptor poll = new(descriptor, CanWriteEvent);
                _ = Poll(ref poll, 1, timeoutInMilliseconds: -1);
            }
            else if (error != Interrupted)
            {
                throw new OutputException(
                    $"standard output cannot be written: {Marshal.GetPInvokeErrorMessage(error)}.",
                    isClosed: error == BrokenPipe
                );
            }
        }
    }

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern nint WriteBytes(int descriptor, in byte bytes, nuint count);

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static extern int Poll(ref PollDescriptor descriptors, nuint count, int timeoutInMilliseconds);

    /// <summary>The layout of <c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor(int descriptor, short events)
    {
        public int Descriptor = descriptor;
        public short Events = events;
        public short ReturnedEvents;
    }
}
