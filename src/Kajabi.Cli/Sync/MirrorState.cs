using Kajabi.Cli.Sync.Database;

namespace Kajabi.Cli.Sync;

/// <summary>What is stored of a mirror as a whole: the account, whose data must not be mixed with those of another one.</summary>
internal static class MirrorState
{
    public const string Table = "kajabi_mirror";

    /// <summary>Stores the account in a new mirror, and compares it in an existing one.</summary>
    /// <exception cref="UsageException">The mirror belongs to another account.</exception>
    public static async Task VerifyAccountAsync(SyncDatabase database, string account, CancellationToken cancellationToken)
    {
        object? stored = await database.ScalarAsync($"SELECT value FROM {Table} WHERE name = 'account'", cancellationToken);
        if (stored is null)
        {
            await database.ExecuteAsync(
                $"INSERT INTO {Table} (name, value) VALUES ('account', @account)",
                cancellationToken,
                SqlParameter.Text("@account", account)
            );
        }
        else if (!account.Equals(stored))
        {
            throw new UsageException(
                $"The database is the mirror of another account: {stored}. This account is {account}. Choose another database, or the "
                    + "credentials and the base URL of that account."
            );
        }
    }
}
