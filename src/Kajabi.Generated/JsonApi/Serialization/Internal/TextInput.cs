using System.Buffers;
using System.Text;
using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>JSON in text, which is converted to UTF-8.</summary>
/// <param name="open">Opens the text; it is opened again only after a failure.</param>
internal sealed class TextInput(Func<TextReader> open) : JsonInput
{
    private const int Size = 8 * 1024;

    private readonly TextReader _text = open();
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private char[] _chars = ArrayPool<char>.Shared.Rent(Size);
    private int _start;
    private int _end;

    public override JsonReader Reopen() => new JsonTextReader(open());

    public override void Dispose()
    {
        _text.Dispose();
        if (_chars.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_chars, clearArray: true);
            _chars = [];
        }

        base.Dispose();
    }

    protected override int Read(Span<byte> buffer)
    {
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, _text.Read(_chars, 0, _chars.Length));
            }

            bool isEnd = _end == 0;
            _encoder.Convert(_chars.AsSpan(_start, _end - _start), buffer, isEnd, out int used, out int written, out _);
            _start += used;

            // The encoder can retain the first half of a surrogate pair.
            if (written > 0 || isEnd)
            {
                return written;
            }
        }
    }
}
