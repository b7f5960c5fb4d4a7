using System.Buffers;
using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// The UTF-8 bytes of a JSON text, which are read in pieces into one pooled buffer, so that the memory does not depend on the
/// length of the text.
/// </summary>
internal abstract class JsonInput : IDisposable
{
    /// <summary>The size of the buffer, unless a token or a loaded value is longer.</summary>
    public const int InitialSize = 32 * 1024;

    private const int MinSpace = 1024;

    private byte[] _buffer = [];
    private int _length;

    /// <summary>Gets whether the buffer contains the end of the text.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Gets whether the text ended before its value did, without an error of its source.</summary>
    public virtual bool IsTruncated => false;

    /// <summary>Gets whether the bytes can start with a byte order mark, which is not part of the JSON.</summary>
    public virtual bool HasByteOrderMark => false;

    /// <summary>Gets whether the JSON can certainly be opened a second time.</summary>
    public virtual bool CanReopen => true;

    /// <summary>Returns the location of a token; null if it is found by opening the JSON again.</summary>
    /// <param name="tokens">The number of tokens up to and including the token.</param>
    /// <param name="path">The path of the object that contains the token.</param>
    public virtual JsonLocation? FindLocation(long tokens, PathStack path) => null;

    /// <summary>Returns the name of the last token in messages; null for the name of its JSON type.</summary>
    /// <param name="tokens">The number of tokens up to and including the token.</param>
    public virtual string? GetTokenName(long tokens) => null;

    /// <summary>Gets the bytes in the buffer.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Discards the bytes before a position and reads more bytes after the last one.</summary>
    public void Fill(int start)
    {
        int remaining = _length - start;
        byte[] previous = _buffer;
        if (remaining > _buffer.Length / 2 || _buffer.Length == 0)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(InitialSize, previous.Length * 2));
        }

        previous.AsSpan(start, remaining).CopyTo(_buffer);
        if (!ReferenceEquals(previous, _buffer) && previous.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(previous, clearArray: true);
        }

        _length = remaining;
        do
        {
            int read = Read(_buffer.AsSpan(_length));
            _length += read;
            IsComplete = read == 0;
        } while (!IsComplete && FillsBuffer && _buffer.Length - _length > MinSpace);
    }

    /// <summary>
    /// Opens the same JSON a second time, to find the location of a failure or to read JSON that is not strict.
    /// </summary>
    /// <returns>The reader; null if the JSON can be read only once.</returns>
    public abstract JsonReader? Reopen();

    /// <summary>Creates the exception for a text that ends in a value that is loaded; null for the common one.</summary>
    /// <param name="isList">Whether the value is a list, and not an object.</param>
    /// <param name="isEmpty">Whether the text ends after the first token of the value.</param>
    public virtual Exception? CreateTruncatedException(bool isList, bool isEmpty) => null;

    public virtual void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        }

        (_buffer, _length) = ([], 0);
    }

    /// <summary>
    /// Gets whether bytes are read until the buffer is full, because the tokenizer starts the last token again after each piece.
    /// </summary>
    protected virtual bool FillsBuffer => true;

    /// <summary>Reads bytes; zero at the end.</summary>
    protected abstract int Read(Span<byte> buffer);
}
