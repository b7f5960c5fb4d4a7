namespace Kajabi.Writing.Internal;

/// <summary>Makes the body of a relationship operation out of ids.</summary>
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
                "There are no ids. Pass at least one, or, where the relationship is replaced, EmptyListBehavior.RemoveAll to empty it.",
                nameof(ids)
            );
        }

        if (ids.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("One of the ids is empty. Pass each id as the API gave it.", nameof(ids));
        }

        RelationshipDocument body = new() { Data = [.. ids.Select(id => new ResourceIdentifier(type, id))] };
        if (welcomeEmail is { } choice)
        {
            body.SetMeta("send_customer_welcome_email", choice == WelcomeEmail.Send);
        }

        return body;
    }
}
