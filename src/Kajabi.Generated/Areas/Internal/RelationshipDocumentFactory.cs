namespace Kajabi.Areas.Internal;

/// <summary>Creates the request body of a relationship operation from ids.</summary>
internal static class RelationshipDocumentFactory
{
    public static RelationshipDocument Create(
        string type,
        IReadOnlyCollection<string> ids,
        EmptyListBehavior whenEmpty,
        WelcomeEmail? welcomeEmail = null
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0 && whenEmpty == EmptyListBehavior.Throw)
        {
            throw new ArgumentException(
                "The list of ids is empty. Pass at least one id, or EmptyListBehavior.RemoveAll to remove all when replacing.",
                nameof(ids)
            );
        }

        if (ids.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("One of the ids is empty. Pass the ids that the API returned.", nameof(ids));
        }

        RelationshipDocument body = new() { Data = [.. ids.Select(id => new ResourceIdentifier(type, id))] };
        if (welcomeEmail is { } choice)
        {
            body.SetMeta("send_customer_welcome_email", choice == WelcomeEmail.Send);
        }

        return body;
    }
}
