using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using OpenApi.Drift.Comparison;
using OpenApi.Drift.Operations;
using OpenApi.Drift.Reading;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift;

/// <summary>Compares the requests and responses that two versions of an OpenAPI document describe.</summary>
internal sealed class DriftComparison
{
    private readonly DriftContext _context;
    private readonly OperationReader _before;
    private readonly OperationReader _after;

    private DriftComparison(DriftContext context)
    {
        _context = context;
        _before = new OperationReader(context.Before);
        _after = new OperationReader(context.After);
    }

    /// <summary>Returns every change of requests and responses, and the defects of each file.</summary>
    /// <param name="base">The base.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="now">The time with which sunset dates are compared; null for the current time.</param>
    /// <exception cref="UnreadableFileException">A file is not an OpenAPI 3 document, or its schemas nest too deeply.</exception>
    public static DriftReport Compare(SourceFile @base, SourceFile revision, DateTimeOffset? now = null) =>
        Compare(@base, revision, out _, now);

    /// <summary>Returns the same and the context, which contains counters of the work done.</summary>
    internal static DriftReport Compare(SourceFile @base, SourceFile revision, out DriftContext context, DateTimeOffset? now = null)
    {
        context = new DriftContext(new ContractDocument(@base, isBase: true), new ContractDocument(revision, isBase: false))
        {
            Now = now ?? TimeProvider.System.GetUtcNow(),
        };
        try
        {
            new DriftComparison(context).Compare();
        }
        catch (WorkLimitException exception)
        {
            SourceFile file = exception.Node.Root == @base.Root ? @base : revision;
            SourcePosition position = SourcePosition.From(file.Path, exception.Node);
            throw new UnreadableFileException(
                position.File,
                position.Line,
                position.Column,
                $"{exception.Message} Change fewer shared schemas at once.",
                DocumentRules.LimitExceeded
            );
        }
        catch (InsufficientExecutionStackException)
        {
            throw new UnreadableFileException(
                revision.Path,
                1,
                1,
                "The schemas of this file or of the base nest too deeply to be compared."
            );
        }

        return new DriftReport(
            @base.Path,
            revision.Path,
            FindingOrder.Sort(context.Findings),
            FindingOrder.Sort([.. context.Before.Defects.All, .. context.After.Defects.All])
        );
    }

    private void Compare()
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
