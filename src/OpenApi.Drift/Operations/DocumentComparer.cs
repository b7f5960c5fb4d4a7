using OpenApi.Drift.Reading;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Operations;

/// <summary>Compares the operations, webhooks, servers and security schemes of two documents.</summary>
internal sealed class DocumentComparer
{
    private readonly DriftContext _context;
    private readonly OperationReader _before;
    private readonly OperationReader _after;

    /// <param name="context">The two documents, to which the findings are added.</param>
    public DocumentComparer(DriftContext context)
    {
        _context = context;
        _before = new OperationReader(context.Before);
        _after = new OperationReader(context.After);
    }

    /// <summary>Adds every change to the findings of the context.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public void Compare(CancellationToken cancellationToken)
    {
        (IReadOnlyList<NormalizedServer> serversBefore, IReadOnlyList<NormalizedServer> serversAfter) = (
            Servers(_context.Before),
            Servers(_context.After)
        );
        IReadOnlyList<OperationPair> pairs = new OperationMatcher(serversBefore[0].BasePath, serversAfter[0].BasePath).Match(
            _before.ReadPaths(),
            _after.ReadPaths()
        );

        CompareServers(serversBefore, serversAfter, pairs);
        OperationComparer operations = new(_context, serversBefore, serversAfter);
        foreach (OperationPair pair in pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            operations.Compare(pair);
        }

        CompareWebhooks(operations);
        new SecurityComparer(_context).CompareSchemes(_before.Security, _after.Security);
    }

    private static IReadOnlyList<NormalizedServer> Servers(ContractDocument document) =>
        ServerReader.Read(document.Root["servers"]) ?? ServerComparer.Default;

    /// <summary>Compares the servers. A base path that moved from the servers to the operations leaves the URLs unchanged.</summary>
    private void CompareServers(
        IReadOnlyList<NormalizedServer> before,
        IReadOnlyList<NormalizedServer> after,
        IReadOnlyList<OperationPair> pairs
    )
    {
        bool hasBasePathMoved = pairs.Any(static pair =>
            pair is { HasMoved: false, Before: { } old, After: { } now } && old.Path.Key != now.Path.Key
        );
        new ServerComparer(_context).Compare(
            OperationScope.Document,
            hasBasePathMoved ? before.Select(server => WithoutBase(server, before[0])) : before,
            hasBasePathMoved ? after.Select(server => WithoutBase(server, after[0])) : after,
            _context.After.Root["servers"] ?? _context.After.Root
        );
    }

    private static NormalizedServer WithoutBase(NormalizedServer server, NormalizedServer first) =>
        server.BasePath == first.BasePath ? server with { BasePath = string.Empty } : server;

    private void CompareWebhooks(OperationComparer operations)
    {
        Dictionary<string, NormalizedOperation> before = _before.ReadWebhooks().ToDictionary(static webhook => webhook.Name);
        Dictionary<string, NormalizedOperation> after = _after.ReadWebhooks().ToDictionary(static webhook => webhook.Name);
        foreach (string name in before.Keys.Union(after.Keys))
        {
            (NormalizedOperation? old, NormalizedOperation? now) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            OperationScope scope = new((old ?? now)!.Method + " webhook " + (old ?? now)!.Path.Text, IsCallback: true);
            if (old is not null && now is not null)
            {
                operations.CompareContents(scope, old, now);
            }
            else
            {
                _context.Add(
                    old is null ? OperationRules.WebhookAdded : OperationRules.WebhookRemoved,
                    scope,
                    string.Empty,
                    (old is null ? null : name, now is null ? null : name),
                    (old ?? now)!.Written
                );
            }
        }
    }
}
