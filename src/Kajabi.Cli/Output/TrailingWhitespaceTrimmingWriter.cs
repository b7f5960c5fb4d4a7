using System.Text;

namespace Kajabi.Cli.Output;

/// <summary>Leaves out the blanks at the end of each line: a table fills its columns with them, and a file has no columns. Leaves out commands of CI services too.</summary>
internal sealed class TrailingWhitespaceTrimmingWriter(TextWriter inner) : TextWriter
{
    private readonly CommandFilter _filter = new();
    private int _blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _blanks++;
            return;
        }

        for (; _blanks > 0; _blanks--)
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
