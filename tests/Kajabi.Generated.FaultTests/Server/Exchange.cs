using System.Net.Sockets;
using System.Text;

namespace Kajabi.Tests.Server;

/// <summary>Answers one request with whatever bytes it likes. Afterwards the connection closes unless it was kept alive.</summary>
internal delegate Task Reply(Exchange exchange);

/// <summary>One request and the connection that it came on.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Stream">The connection, above TLS where there is any.</param>
/// <param name="Socket">The connection itself.</param>
/// <param name="End">Ends a reply that waits, when the test is over.</param>
internal sealed record Exchange(FaultRequest Request, Stream Stream, Socket Socket, CancellationToken End)
{
    /// <summary>Whether another request may follow on this connection.</summary>
    public bool IsKeptAlive { get; set; }

    public Task WriteAsync(string text) => WriteAsync(Encoding.Latin1.GetBytes(text));

    public async Task WriteAsync(byte[] bytes)
    {
        await Stream.WriteAsync(bytes, End);
        await Stream.FlushAsync(End);
    }

    /// <summary>Resets the connection, instead of closing it in good order.</summary>
    public void Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Close();
    }
}
