using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using OpenApi.Drift.Comparison;
using OpenApi.Drift.Operations;
using OpenApi.Drift.Reading;

namespace OpenApi.Drift;

/// <summary>Compares the requests and responses that two versions of an OpenAPI document describe.</summary>
public static class DriftComparison
{
    /// <summary>Returns every change of requests and responses, and the defects of each document.</summary>
    /// <param name="base">The document that clients rely on.</param>
    /// <param name="revision">The document that replaces it.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    /// <exception cref="UnreadableFileException">
    /// A file is not an OpenAPI 3 document, its schemas nest too deeply, or the comparison exceeds a limit.
    /// </exception>
    /// <exception cref="OperationCanceledException">The comparison was canceled.</exception>
    /// <example>
    /// <code>
    /// SourceFile older = SourceFile.Load("openapi-1.0.yaml");
    /// SourceFile newer = SourceFile.Load("openapi-1.1.yaml");
    /// DriftReport report = DriftComparison.Compare(older, newer);
    /// foreach (Finding finding in report.Findings)
    /// {
    ///     Console.WriteLine($"{finding.Severity} {finding.Rule.Id}: {finding.Location.Operation} {finding.Location.Path}");
    /// }
    /// </code>
    /// </example>
    public static DriftReport Compare(
        SourceFile @base,
        SourceFile revision,
        DriftOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Compare(@base, revision, out _, options, cancellationToken);

    /// <summary>Returns the same and the context, which contains counters of the work done.</summary>
    internal static DriftReport Compare(
        SourceFile @base,
        SourceFile revision,
        out DriftContext context,
        DriftOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(@base, nameof(@base));
        ArgumentNullException.ThrowIfNull(revision);
        options ??= new DriftOptions();
        context = new DriftContext(
            new ContractDocument(@base, isBase: true),
            new ContractDocument(revision, isBase: false),
            options.MaxLocations
        )
        {
            Now = options.CurrentTime ?? TimeProvider.System.GetUtcNow(),
        };
        try
        {
            new DocumentComparer(context).Compare(cancellationToken);
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
}
