namespace Kajabi.Cli.Tests.Sync;

/// <summary>A PostgreSQL server that the tests of a class share; null if PostgreSQL is not installed.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    internal PostgresServer? Server { get; private set; }

    public async Task InitializeAsync() => Server = PostgresServer.IsMissing ? null : await PostgresServer.StartAsync();

    public async Task DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }

    /// <summary>Returns the server, or skips the test.</summary>
    internal PostgresServer Require()
    {
        Skip.If(Server is null, PostgresServer.MissingReason);
        return Server;
    }
}
