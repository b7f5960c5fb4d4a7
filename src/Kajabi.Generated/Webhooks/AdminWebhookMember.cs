namespace Kajabi;

/// <summary>The buyer in an event of a webhook of the admin pages. <see cref="object.ToString"/> returns no personal data.</summary>
public sealed class AdminWebhookMember
{
    internal AdminWebhookMember(AdminDelivery delivery)
    {
        Id = LenientValue.GetId(delivery.GetMember("id"));
        Email = LenientValue.GetText(delivery.GetMember("email"));
        Name = LenientValue.GetText(delivery.GetMember("name"));
        FirstName = LenientValue.GetText(delivery.GetMember("first_name"));
        LastName = LenientValue.GetText(delivery.GetMember("last_name"));
    }

    /// <summary>
    /// Gets the id; null if not sent. Kajabi describes it as the id of the customer in one place and of the contact in another, so find
    /// the resource by <see cref="Email"/>.
    /// </summary>
    public string? Id { get; }

    /// <summary>Gets the e-mail address; null if not sent.</summary>
    public string? Email { get; }

    /// <summary>Gets the full name; null if not sent.</summary>
    public string? Name { get; }

    /// <summary>Gets the first name; null if not sent.</summary>
    public string? FirstName { get; }

    /// <summary>Gets the last name; null if not sent.</summary>
    public string? LastName { get; }
}
