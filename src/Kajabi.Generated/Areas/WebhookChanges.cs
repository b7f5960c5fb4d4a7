namespace Kajabi;

/// <summary>The result of <see cref="WebhooksApiExtensions.EnsureWebhooksAsync"/>.</summary>
public sealed class WebhookChanges
{
    internal WebhookChanges(
        IReadOnlyList<WebhookSubscription> created,
        IReadOnlyList<Webhook> removed,
        IReadOnlyList<Webhook> unchanged,
        bool isDryRun
    ) => (Created, Removed, Unchanged, IsDryRun) = (created, removed, unchanged, isDryRun);

    /// <summary>Gets the events for which a webhook was created, or would be in a dry run.</summary>
    public IReadOnlyList<WebhookSubscription> Created { get; }

    /// <summary>Gets the webhooks that were removed, or would be in a dry run.</summary>
    public IReadOnlyList<Webhook> Removed { get; }

    /// <summary>Gets the webhooks that existed and are wanted.</summary>
    public IReadOnlyList<Webhook> Unchanged { get; }

    /// <summary>Gets whether nothing was written.</summary>
    public bool IsDryRun { get; }

    /// <summary>Returns the numbers of the changes, without the URLs, which contain a secret.</summary>
    /// <returns>For example <c>1 created, 0 removed, 2 unchanged</c>.</returns>
    public override string ToString() =>
        $"{Created.Count} created, {Removed.Count} removed, {Unchanged.Count} unchanged{(IsDryRun ? " (dry run)" : string.Empty)}";
}
