using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Kajabi;

/// <summary>Reads what Kajabi posts to a webhook endpoint.</summary>
/// <remarks>Kajabi does not sign deliveries: a signature header proves nothing. Put a secret into the address of the endpoint and compare it in constant time.</remarks>
public static class WebhookParser
{
    /// <summary>The largest delivery that is read unless another limit is given, in bytes: 1 MiB.</summary>
    public const int DefaultMaxBytes = 1024 * 1024;

    /// <summary>Reads a delivery from the body of a request.</summary>
    /// <param name="body">The body, decompressed: UTF-8, UTF-16 or UTF-32, with or without a byte order mark.</param>
    /// <param name="maxBytes">The largest body that is read, in bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// The event; an <see cref="UnknownEvent"/> for everything that is none of the known ones, with an
    /// <see cref="UnknownEvent.UnreadableReason"/> where the body is no delivery and must not be responded to with success.
    /// </returns>
    /// <exception cref="KajabiSerializationException">The body is larger than <paramref name="maxBytes"/> or nests more deeply than <see cref="JsonApiSerializer.MaxDepth"/>.</exception>
    public static async Task<WebhookEvent> ParseAsync(
        Stream body,
        int maxBytes = DefaultMaxBytes,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        DeliveryBodyReader delivery = await DeliveryBodyReader.ReadAsync(body, maxBytes, cancellationToken).ConfigureAwait(false);
        return delivery.UndecodableKey is { } key
            ? new UnknownEvent(null, null, delivery.Text, "it is not text in UTF-8, UTF-16 or UTF-32", key)
            : ReadText(delivery.Text);
    }

    /// <summary>Reads a delivery from its text, in a test for example.</summary>
    /// <param name="json">The text of the body.</param>
    /// <param name="maxBytes">The largest text that is read, in bytes of UTF-8.</param>
    /// <returns>The event; an <see cref="UnknownEvent"/> for everything that is none of the known ones.</returns>
    /// <exception cref="KajabiSerializationException">The text is larger than <paramref name="maxBytes"/> or nests more deeply than <see cref="JsonApiSerializer.MaxDepth"/>.</exception>
    public static WebhookEvent Parse(string json, int maxBytes = DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(json);
        DeliveryBodyReader.RefuseTooLarge(Encoding.UTF8.GetByteCount(json), maxBytes);
        return ReadText(json);
    }

    /// <summary>
    /// Makes the event that a sample shows. A sample, as <c>kajabi.Webhooks.GetTagAddedSampleAsync()</c> answers it, is
    /// what a delivery holds as its payload, and does not say of which event.
    /// </summary>
    /// <param name="eventName">The event on the wire, such as <c>tag_added</c>.</param>
    /// <param name="sample">The resources of the sample.</param>
    /// <returns>The event as it is read from such a delivery; an <see cref="UnknownEvent"/> where the sample does not fit the name.</returns>
    public static WebhookEvent FromSample(string eventName, MixedResourceCollection sample)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        ArgumentNullException.ThrowIfNull(sample);
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using JsonTextWriter json = new(text);
        json.WriteStartObject();
        json.WritePropertyName("event");
        json.WriteValue(eventName);
        json.WritePropertyName("payload");
        new MemberWriter(json).Write(sample.Data, JsonApiSerializationMode.Full);
        json.WriteEndObject();
        return ReadText(text.ToString());
    }

    private static WebhookEvent ReadText(string json)
    {
        string text = json.TrimStart('\uFEFF');
        try
        {
            WebhookDelivery delivery = JsonApiSerializer.ReadDelivery(text);
            return Typed(delivery, json)
                ?? new UnknownEvent(delivery, delivery.Event, json, UnreadableReason(text, delivery.Event, isObject: true));
        }
        catch (KajabiSerializationException exception) when (!exception.IsTooDeep)
        {
            (string? name, bool isObject) = MalformedDelivery.Examine(text);
            return new UnknownEvent(null, name, json, UnreadableReason(text, name, isObject));
        }
    }

    private static string? UnreadableReason(string text, string? name, bool isObject) =>
        isObject
            ? string.IsNullOrWhiteSpace(name)
                ? "it does not name an event"
                : null
            : string.IsNullOrWhiteSpace(text)
                ? "it is empty"
                : "it is not a complete JSON object";

    private static WebhookEvent? Typed(WebhookDelivery delivery, string json) =>
        delivery.Event switch
        {
            "tag_added" => First<Contact>(delivery) is { } contact ? new TagAddedEvent(delivery, json, contact) : null,
            "tag_removed" => First<Contact>(delivery) is { } contact ? new TagRemovedEvent(delivery, json, contact) : null,
            "form_submission" => First<FormSubmission>(delivery) is { } submission
                ? new FormSubmissionEvent(delivery, json, submission)
                : null,
            "purchase" => First<Purchase>(delivery) is { } purchase ? new PurchaseEvent(delivery, json, purchase) : null,
            "payment_succeeded" => First<Transaction>(delivery) is { } transaction
                ? new PaymentSucceededEvent(delivery, json, transaction)
                : null,
            "order_created" => First<Order>(delivery) is { } order ? new OrderCreatedEvent(delivery, json, order) : null,
            _ => null,
        };

    private static TResource? First<TResource>(WebhookDelivery delivery)
        where TResource : Resource => delivery.Payload.OfType<TResource>().FirstOrDefault();
}
