using System.Text;

namespace Kajabi;

/// <summary>Reads what Kajabi posts to a webhook endpoint.</summary>
/// <remarks>Kajabi does not sign deliveries: a signature header proves nothing. Put a secret into the address of the endpoint and compare it in constant time.</remarks>
public static class KajabiWebhook
{
    /// <summary>The largest delivery that is read, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Reads a delivery from the body of a request.</summary>
    /// <param name="body">The body, UTF-8.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The event; an <see cref="UnknownEvent"/> for everything that is none of the known ones.</returns>
    /// <exception cref="KajabiDocumentException">The body is larger than <see cref="MaxBytes"/> or nests too deeply.</exception>
    public static async Task<KajabiEvent> ReadAsync(Stream body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        using MemoryStream read = new();
        byte[] buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            read.Write(buffer, 0, count);
            RefuseTooLarge(read.Length);
        }

        return Read(Encoding.UTF8.GetString(read.GetBuffer(), 0, (int)read.Length));
    }

    /// <summary>Reads a delivery from its text.</summary>
    /// <param name="json">The text of the body.</param>
    /// <returns>The event; an <see cref="UnknownEvent"/> for everything that is none of the known ones.</returns>
    /// <exception cref="KajabiDocumentException">The text is larger than <see cref="MaxBytes"/> or nests too deeply.</exception>
    public static KajabiEvent Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        RefuseTooLarge(Encoding.UTF8.GetByteCount(json));
        try
        {
            WebhookDelivery delivery = JsonApiSerializer.Read<WebhookDelivery>(json);
            return Typed(delivery, json) ?? new UnknownEvent(delivery, json);
        }
        catch (KajabiDocumentException exception) when (!exception.IsTooDeep)
        {
            return new UnknownEvent(null, json);
        }
    }

    private static KajabiEvent? Typed(WebhookDelivery delivery, string json) => delivery.Event switch
    {
        "tag_added" => First<Contact>(delivery) is { } contact ? new TagAddedEvent(delivery, json, contact) : null,
        "tag_removed" => First<Contact>(delivery) is { } contact ? new TagRemovedEvent(delivery, json, contact) : null,
        "form_submission" => First<FormSubmission>(delivery) is { } submission ? new FormSubmissionEvent(delivery, json, submission) : null,
        "purchase" => First<Purchase>(delivery) is { } purchase ? new PurchaseEvent(delivery, json, purchase) : null,
        "payment_succeeded" => First<Transaction>(delivery) is { } transaction ? new PaymentSucceededEvent(delivery, json, transaction) : null,
        "order_created" => First<Order>(delivery) is { } order ? new OrderCreatedEvent(delivery, json, order) : null,
        _ => null,
    };

    private static TResource? First<TResource>(WebhookDelivery delivery)
        where TResource : Resource => delivery.Payload.OfType<TResource>().FirstOrDefault();

    private static void RefuseTooLarge(long length)
    {
        if (length > MaxBytes)
        {
            throw new KajabiDocumentException($"The delivery is larger than {MaxBytes} bytes and was not read.", string.Empty);
        }
    }
}
