using System.Text;

namespace Kajabi.Cli.Output;

/// <summary>Removes the padding of table columns at the end of each line, and applies <see cref="CommandFilter"/>.</summary>
internal sealed class TrailingWhitespaceTrimmingWriter(TextWriter inner) : TextWriter
{
    private readonly CommandFilter _filter = new();
    private int _spaces;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _spaces++;
            return;
        }

        for (; _spaces > 0; _spaces--)
        {
            if (value is not ('\r' or '\n'))
            {
                inner.Write(_filter.Next(' '));
            }
        }

        inner.Write(_filter.Next(value));
    }

    public override void Flush() => inner.Flush();
}
