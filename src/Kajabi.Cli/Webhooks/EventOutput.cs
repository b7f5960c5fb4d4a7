using System.Text.Json;
using Kajabi.Cli.Output;
using Newtonsoft.Json;
using Spectre.Console;

namespace Kajabi.Cli.Webhooks;

/// <summary>Prints events in the order of their arrival. Concurrent events are printed one at a time.</summary>
/// <param name="text">The writer for JSON.</param>
/// <param name="console">The console for human-readable output; null for JSON.</param>
internal sealed class EventOutput(TextWriter text, IAnsiConsole? console)
{
    private const int MaxDepth = 256;

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Never completes successfully; fails when an event cannot be written.</summary>
    public Task Failure => _failure.Task;

    /// <exception cref="OutputException">The event cannot be written and must be delivered again.</exception>
    public void Write(WebhookEvent webhookEvent)
    {
        lock (_lock)
        {
            try
            {
                WriteAndFlush(webhookEvent);
            }
            catch (OutputException exception)
            {
                _failure.TrySetException(exception);
                throw;
            }
        }
    }

    private void WriteAndFlush(WebhookEvent webhookEvent)
    {
        if (console is null)
        {
            WriteJson(webhookEvent);
        }
        else
        {
            Draw(webhookEvent, console);
        }

        text.Flush();
    }

    /// <summary>Writes one line: the event name, the key that identifies duplicates, and the delivery as received.</summary>
    private void WriteJson(WebhookEvent webhookEvent)
    {
        JsonLine.Write(
            text,
            Formatting.None,
            json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("event");
                json.WriteValue(webhookEvent.Name);
                json.WritePropertyName("key");
                json.WriteValue(webhookEvent.DeduplicationKey);
                json.WritePropertyName("delivery");
                WriteDelivery(json, webhookEvent.RawJson);
                json.WriteEndObject();
            }
        );
    }

    /// <summary>Writes the delivery without changing its values; as a string if it is not JSON.</summary>
    private static void WriteDelivery(JsonTextWriter json, string delivery)
    {
        try
        {
            using JsonDocument _ = JsonDocument.Parse(delivery, new JsonDocumentOptions { MaxDepth = MaxDepth });

            // In valid JSON, line breaks occur only between tokens.
            json.WriteRawValue(delivery.Trim().Replace('\r', ' ').Replace('\n', ' '));
        }
        catch (System.Text.Json.JsonException)
        {
            json.WriteValue(delivery);
        }
    }

    private static void Draw(WebhookEvent webhookEvent, IAnsiConsole console)
    {
        console.Write(
            new Text(TerminalSanitizer.Sanitize(webhookEvent.Name ?? webhookEvent.ToString()), new Style(decoration: Decoration.Bold))
        );
        console.WriteLine();
        if (webhookEvent is AdminWebhookEvent admin)
        {
            console.Write(AdminEventTree.Draw(admin));
            return;
        }

        HashSet<Resource> drawn = [];
        foreach (Resource resource in webhookEvent.Delivery?.Payload ?? [])
        {
            if (!drawn.Contains(resource))
            {
                console.Write(ResourceTree.Draw(resource));
                ResourceGraph.AddReachable(drawn, [resource]);
            }
        }

        if (drawn.Count == 0)
        {
            console.Write(new Text(TerminalSanitizer.Sanitize(webhookEvent.RawJson)));
            console.WriteLine();
        }
    }
}
