using System.Globalization;
using System.Text;

namespace Kajabi.Tests.Server;

/// <summary>Reads the requests of one connection completely, so that closing it afterwards does not reset it.</summary>
internal sealed class RequestReader(Stream stream, CancellationToken end)
{
    private readonly List<byte> _bytes = [];
    private readonly byte[] _buffer = new byte[16 * 1024];

    /// <summary>Returns the next request; null if the client closed the connection.</summary>
    public async Task<FaultRequest?> ReadAsync()
    {
        int headEnd;
        while ((headEnd = EndOfHead()) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        string[] lines = Encoding.Latin1.GetString([.. _bytes.Take(headEnd)]).Split("\r\n");
        string[] first = lines[0].Split(' ');
        FaultRequest request = new(first[0], first[1], lines[1..], []);
        int length = int.Parse(request.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        while (_bytes.Count < headEnd + 4 + length)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        byte[] body = [.. _bytes.Skip(headEnd + 4).Take(length)];
        _bytes.RemoveRange(0, headEnd + 4 + length);
        return request with { Body = body };
    }

    private int EndOfHead()
    {
        for (int i = 3; i < _bytes.Count; i++)
        {
            if (_bytes[i] == '\n' && _bytes[i - 1] == '\r' && _bytes[i - 2] == '\n' && _bytes[i - 3] == '\r')
            {
                return i - 3;
            }
        }

        return -1;
    }

    private async Task<bool> FillAsync()
    {
        int read = await stream.ReadAsync(_buffer, end);
        _bytes.AddRange(_buffer.AsSpan(0, read));
        return read > 0;
    }
}
