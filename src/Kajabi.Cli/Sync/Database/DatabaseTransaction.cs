using System.Data.Common;

namespace Kajabi.Cli.Sync.Database;

/// <summary>A transaction, which is rolled back unless it is committed.</summary>
internal sealed class DatabaseTransaction(DbTransaction transaction, Action onEnd) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        onEnd();
        return transaction.DisposeAsync();
    }
}
