using System.Runtime.InteropServices;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>A named pipe (FIFO) of a Unix system. Opening it waits for the other side.</summary>
internal static class NamedPipe
{
    private const uint OwnerReadsAndWrites = 0b110_000_000;

    public static void Create(string path) => Assert.Equal(0, CreatePipe(path, OwnerReadsAndWrites));

    /// <summary>Waits until a program opens the pipe for reading, and then keeps it open for writing.</summary>
    public static async Task<FileStream> WaitForReaderAsync(string path)
    {
        FileStream Open() => new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        return await Task.Run(Open).WaitAsync(CliProcess.Timeout);
    }

    [DllImport("libc", EntryPoint = "mkfifo")]
    private static extern int CreatePipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
