namespace Kajabi.Cli.Output;

/// <summary>Drops what the stream below it cannot write.</summary>
internal sealed class BestEffortStream(Stream inner) : WriteOnlyStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }
}
