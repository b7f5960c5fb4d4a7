using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kajabi.Tests.Resilience;

public sealed class ReusedConnectionTests
{
    [Fact]
    public async Task A_write_without_a_body_is_not_resent_when_a_reused_connection_is_closed_without_a_response()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        List<string> methods = [];
        using CancellationTokenSource isCompleted = new();
        Task server = ServeAsync(listener, methods, isCompleted.Token);
        using KajabiClient client = new(
            new KajabiClientOptions { AccessToken = "t", BaseAddress = new Uri($"http://{listener.LocalEndpoint}") }
        );
        await client.Contacts.GetContactAsync("7");

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            client.Purchases.CancelPurchaseSubscriptionAsync("7")
        );

        Assert.Equal((KajabiErrorKind.Network, 1), (exception.Kind, exception.Attempts));
        Assert.Equal(["GET", "POST"], methods);
        await isCompleted.CancelAsync();
        await server;
    }

    /// <summary>Responds to the first request of each connection and closes it on the second, until it is canceled.</summary>
    private static async Task ServeAsync(TcpListener listener, List<string> methods, CancellationToken cancellationToken)
    {
        byte[] response = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/vnd.api+json\r\n"
                + $"Content-Length: {ScriptedKajabi.Contact.Length}\r\n\r\n{ScriptedKajabi.Contact}"
        );
        byte[] buffer = new byte[4096];
        while (true)
        {
            try
            {
                using TcpClient connection = await listener.AcceptTcpClientAsync(cancellationToken);
                for (int i = 0; i < 2; i++)
                {
                    int read = await connection.GetStream().ReadAsync(buffer, cancellationToken);
                    methods.Add(Encoding.ASCII.GetString(buffer, 0, read).Split(' ')[0]);
                    if (i == 0)
                    {
                        await connection.GetStream().WriteAsync(response, cancellationToken);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                return;
            }
        }
    }
}
