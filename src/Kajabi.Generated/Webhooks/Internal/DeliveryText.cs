using System.Text;

namespace Kajabi;

/// <summary>Turns the bytes of a delivery into text: by their byte order mark, without one by where the zero bytes of JSON's first character stand.</summary>
internal static class DeliveryText
{
    public static async Task<string> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        using MemoryStream read = new();
        byte[] buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            read.Write(buffer, 0, count);
            RefuseTooLarge(read.Length, maxBytes);
        }

        return Decode(read);
    }

    public static void RefuseTooLarge(long length, int maxBytes)
    {
        if (length > maxBytes)
        {
            throw new KajabiDocumentException($"The delivery is larger than {maxBytes} bytes and was not read.", string.Empty);
        }
    }

    private static string Decode(MemoryStream read)
    {
        Encoding encoding = read.GetBuffer().AsSpan(0, (int)read.Length) switch
        {
            [0, not 0, ..] => Encoding.BigEndianUnicode,
            [not 0, 0, ..] => Encoding.Unicode,
            _ => Encoding.UTF8,
        };
        read.Position = 0;
        using StreamReader text = new(read, encoding, detectEncodingFromByteOrderMarks: true);
        return text.ReadToEnd();
    }
}
