using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Kajabi;

/// <summary>
/// Parses webhook deliveries: those of webhooks that are created through the API, whose payload is a list of resources, and those of
/// webhooks that are created in the admin pages (<see cref="AdminWebhookEvent"/>).
/// </summary>
/// <remarks>
/// Kajabi does not sign deliveries: a signature header proves nothing. Put a secret into the URL of the endpoint and compare it
/// in constant time.
/// </remarks>
/// <example>
/// <code>
/// WebhookEvent webhookEvent = await WebhookParser.ParseAsync(request.Body);
/// switch (webhookEvent)
/// {
///     case TagAddedEvent added:
///         Console.WriteLine($"Contact {added.Contact.Id} has the tag {added.Tag?.Attributes.Name}.");
///         break;
///     case UnknownEvent { UnreadableReason: not null }:
///         // Respond with 400, so that Kajabi delivers the event again.
///         break;
/// }
/// </code>
/// </example>
public static class WebhookParser
{
    /// <summary>The default maximum size of a delivery in bytes: 1 MiB.</summary>
    public const int DefaultMaxBytes = 1024 * 1024;

    /// <summary>Parses a delivery from a request body.</summary>
    /// <param name="body">The decompressed body: UTF-8, UTF-16 or UTF-32, with or without a byte order mark.</param>
    /// <param name="maxBytes">The maximum size of the body in bytes.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>
    /// The event; an <see cref="UnknownEvent"/> if it is none of the known events, with an
    /// <see cref="UnknownEvent.UnreadableReason"/> if the body is not a delivery and the response must not be a success.
    /// </returns>
    /// <exception cref="KajabiSerializationException">
    /// The body is larger than <paramref name="maxBytes"/> or nests more deeply than <see cref="JsonApiSerializer.MaxDepth"/>.
    /// </exception>
    public static async Task<WebhookEvent> ParseAsync(
        Stream body,
        int maxBytes = DefaultMaxBytes,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        DeliveryBody decoded = await DeliveryBody.ReadAsync(body, maxBytes, cancellationToken).ConfigureAwait(false);
        return decoded.UndecodableKey is { } key
            ? new UnknownEvent(null, null, decoded.Text, "it is not text in UTF-8, UTF-16 or UTF-32", key)
            : ParseText(decoded.Text);
    }

    /// <summary>Parses a delivery from its text, for example in a test.</summary>
    /// <param name="json">The text of the body.</param>
    /// <param name="maxBytes">The maximum size of the text in UTF-8 bytes.</param>
    /// <returns>The event; an <see cref="UnknownEvent"/> if it is none of the known events.</returns>
    /// <exception cref="KajabiSerializationException">
    /// The text is larger than <paramref name="maxBytes"/> or nests more deeply than <see cref="JsonApiSerializer.MaxDepth"/>.
    /// </exception>
    /// <example>
    /// <code>
    /// WebhookEvent webhookEvent = WebhookParser.Parse("""{ "event": "tag_added", "payload": [{ "type": "contacts", "id": "1" }] }""");
    /// </code>
    /// </example>
    public static WebhookEvent Parse(string json, int maxBytes = DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(json);
        DeliveryBody.ThrowIfTooLarge(Encoding.UTF8.GetByteCount(json), maxBytes);
        return ParseText(json);
    }

    /// <summary>
    /// Creates an event from a sample payload, such as the result of <c>kajabi.Webhooks.GetTagAddedSampleAsync()</c>. A sample
    /// does not contain the event name.
    /// </summary>
    /// <example>
    /// <code>
    /// MixedResourceCollection sample = await kajabi.Webhooks.GetTagAddedSampleAsync();
    /// WebhookEvent webhookEvent = WebhookParser.FromSample("tag_added", sample);
    /// </code>
    /// </example>
    /// <param name="eventName">The name of the event, such as <c>tag_added</c>.</param>
    /// <param name="sample">The resources of the sample.</param>
    /// <returns>The event as parsed from such a delivery; an <see cref="UnknownEvent"/> if the sample is not of this event.</returns>
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
        new MemberWriter(new TokenOutput(json)).Write(sample.Data, JsonApiSerializationMode.Full);
        json.WriteEndObject();
        return ParseText(text.ToString());
    }

    private static WebhookEvent ParseText(string json)
    {
        string text = json.TrimStart('\uFEFF');
        try
        {
            WebhookDelivery delivery = JsonApiSerializer.ReadDelivery(text);
            return CreateKnownEvent(delivery, json)
                ?? AdminEventFactory.Create(delivery, json)
                ?? (WebhookEvent)
                    new UnknownEvent(delivery, delivery.Event, json, GetUnreadableReason(text, delivery.Event, isObject: true));
        }
        catch (KajabiSerializationException exception) when (!exception.IsTooDeep)
        {
            (string? name, bool isObject) = MalformedDelivery.Examine(text);
            return new UnknownEvent(null, name, json, GetUnreadableReason(text, name, isObject));
        }
    }

    private static string? GetUnreadableReason(string text, string? name, bool isObject) =>
        isObject
            ? string.IsNullOrWhiteSpace(name)
                ? "it does not contain the name of an event"
                : null
            : string.IsNullOrWhiteSpace(text)
                ? "it is empty"
                : "it is not a complete JSON object";

    private static WebhookEvent? CreateKnownEvent(WebhookDelivery delivery, string json) =>
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
