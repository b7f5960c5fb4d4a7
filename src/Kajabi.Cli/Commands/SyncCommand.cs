using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Options;
using Kajabi.Cli.Output;
using Kajabi.Cli.Sync;
using Kajabi.Cli.Sync.Database;
using Kajabi.Cli.Sync.Schema;

namespace Kajabi.Cli.Commands;

/// <summary><c>kajabi sync &lt;types&gt;</c>: updates a mirror of resource types in a database.</summary>
internal sealed class SyncCommand : CliCommand
{
    private readonly SyncOptions _options = new();

    public SyncCommand(Terminal terminal)
        : base(
            terminal,
            "sync",
            "Copy resource types into a SQLite or PostgreSQL database, and update the copy. An interrupted run continues where it stopped.",
            "Print the numbers of resources as one JSON object.",
            ["kajabi sync all --into kajabi.db", "kajabi sync contacts offers --into kajabi.db --full"]
        )
    {
        AddParameters([_options.Argument], _options.All);
    }

    protected override async Task ExecuteAsync(ParseResult result, CancellationToken cancellationToken)
    {
        SyncTable[] tables = [.. _options.ReadTypes(result).Select(SyncTable.Create)];
        int pageSize = _options.ReadPageSize(result);
        DatabaseTarget target = DatabaseTarget.Parse(_options.ReadInto(result, Terminal));
        try
        {
            await using SyncDatabase database = await target.OpenAsync(cancellationToken);
            await using Connection connection = await ConnectAsync(cancellationToken);
            await new SchemaWriter(database).WriteAsync(tables, cancellationToken);
            await MirrorState.VerifyAccountAsync(database, connection.Account, cancellationToken);
            Synchronizer synchronizer = new(database, connection.Client, pageSize, _options.IsFull(result), Terminal.CreateErrorConsole());
            List<TypeResult> results = [];
            foreach (SyncTable table in tables)
            {
                results.Add(await synchronizer.RunAsync(table, cancellationToken));
            }

            Write(result, new SyncSummary(target.Name, results));
        }
        catch (Exception exception) when (IsDatabaseError(exception))
        {
            throw new OutputException($"the database {target.Name} cannot be used: {target.Redact(exception.Message)}", isClosed: false);
        }
    }

    private static bool IsDatabaseError(Exception exception) =>
        exception
            is DbException
                or SocketException
                or TimeoutException
                or UnauthorizedAccessException
                or (IOException and not OutputException);
}
