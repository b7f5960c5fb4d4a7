using System.Net.Sockets;
using System.Text;

namespace Kajabi.Tests.Server;

/// <summary>Writes the response to one request. Afterwards the connection is closed unless it is kept alive.</summary>
internal delegate Task ResponseWriter(HttpExchange exchange);

/// <summary>A request and its connection.</summary>
/// <param name="Request">The request.</param>
/// <param name="Stream">The stream of the connection, decrypted if TLS is used.</param>
/// <param name="Socket">The socket of the connection.</param>
/// <param name="Stopping">Canceled when the server is disposed.</param>
internal sealed record HttpExchange(FaultRequest Request, Stream Stream, Socket Socket, CancellationToken Stopping)
{
    /// <summary>Whether another request may follow on this connection.</summary>
    public bool IsKeptAlive { get; set; }

    public Task WriteAsync(string text) => WriteAsync(Encoding.Latin1.GetBytes(text));

    public async Task WriteAsync(byte[] bytes)
    {
        await Stream.WriteAsync(bytes, Stopping);
        await Stream.FlushAsync(Stopping);
    }

    /// <summary>Resets the connection instead of closing it.</summary>
    public void Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Close();
    }
}
