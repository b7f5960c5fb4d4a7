using System.Text;

namespace Kajabi.Composer.CommandLine;

/// <summary>A stream that ignores write errors of the underlying stream.</summary>
/// <param name="inner">The underlying stream.</param>
internal sealed class BestEffortStream(Stream inner) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Creates a writer for standard error that ignores a full disk and a closed descriptor.</summary>
    public static TextWriter CreateError() =>
        TextWriter.Synchronized(
            new StreamWriter(new BestEffortStream(Console.OpenStandardError()), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            {
                AutoFlush = true,
            }
        );

    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            inner.Write(buffer, offset, count);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
