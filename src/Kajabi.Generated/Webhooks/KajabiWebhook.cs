using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Kajabi;

/// <summary>Reads what Kajabi posts to a webhook endpoint.</summary>
/// <remarks>Kajabi does not sign deliveries: a signature header proves nothing. Put a secret into the address of the endpoint and compare it in constant time.</remarks>
public static class KajabiWebhook
{
    /// <summary>The largest delivery that is read unless another limit is given, in bytes: 1 MiB.</summary>
    public const int DefaultMaxBytes = 1024 * 1024;

    /// <summary>Reads a delivery from the body of a request.</summary>
    /// <param name="body">The body: UTF-8, with or without a byte order mark, or UTF-16.</param>
    /// <param name="maxBytes">The largest body that is read, in bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The event; an <see cref="UnknownEvent"/> for everything that is none of the known ones.</returns>
    /// <exception cref="KajabiDocumentException">The body is larger than <paramref name="maxBytes"/> or nests more deeply than <see cref="JsonApiSerializer.MaxDepth"/>.</exception>
    public static async Task<KajabiEvent> ReadAsync(Stream body, int maxBytes = DefaultMaxBytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return ReadText(await DeliveryText.ReadAsync(body, maxBytes, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reads a delivery from its text, in a test for example.</summary>
    /// <param name="json">The text of the body.</param>
    /// <param name="maxBytes">The largest text that is read, in bytes of UTF-8.</param>
    /// <returns>The event; an <see cref="UnknownEvent"/> for everything that is none of the known ones.</returns>
    /// <exception cref="KajabiDocumentException">The text is larger than <paramref name="maxBytes"/> or nests more deeply than <see cref="JsonApiSerializer.MaxDepth"/>.</exception>
    public static KajabiEvent Read(string json, int maxBytes = DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(json);
        DeliveryText.RefuseTooLarge(Encoding.UTF8.GetByteCount(json), maxBytes);
        return ReadText(json);
    }

    /// <summary>
    /// Makes the event that a sample shows. A sample, as <c>kajabi.Webhooks.GetTagAddedSampleAsync()</c> answers it, is
    /// what a delivery holds as its payload, and does not say of which event.
    /// </summary>
    /// <param name="eventName">The event on the wire, such as <c>tag_added</c>.</param>
    /// <param name="sample">The resources of the sample.</param>
    /// <returns>The event as it is read from such a delivery; an <see cref="UnknownEvent"/> where the sample does not fit the name.</returns>
    public static KajabiEvent FromSample(string eventName, ResourceArray sample)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        ArgumentNullException.ThrowIfNull(sample);
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using JsonTextWriter json = new(text);
        json.WriteStartObject();
        json.WritePropertyName("event");
        json.WriteValue(eventName);
        json.WritePropertyName("payload");
        new MemberWriter(json).Write(sample.Data, JsonApiWriteMode.Everything);
        json.WriteEndObject();
        return ReadText(text.ToString());
    }

    private static KajabiEvent ReadText(string json)
    {
        try
        {
            WebhookDelivery delivery = JsonApiSerializer.ReadDelivery(json.TrimStart('\uFEFF'));
            return Typed(delivery, json) ?? new UnknownEvent(delivery, delivery.Event, json);
        }
        catch (KajabiDocumentException exception) when (!exception.IsTooDeep)
        {
            return new UnknownEvent(null, OddDelivery.NameIn(json), json);
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
}
