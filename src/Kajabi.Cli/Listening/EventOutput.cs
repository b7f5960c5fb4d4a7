using System.Text.Json;
using Kajabi.Cli.Output;
using Newtonsoft.Json;
using Spectre.Console;

namespace Kajabi.Cli.Listening;

/// <summary>Prints events as they come, one after the other however many arrive at once.</summary>
/// <param name="text">Where events go as JSON.</param>
/// <param name="console">Where they go for people; null for JSON.</param>
internal sealed class EventOutput(TextWriter text, IAnsiConsole? console)
{
    private const int MaxDepth = 256;

    private readonly Lock _turn = new();
    private readonly TaskCompletionSource _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Never succeeds; fails when an event cannot be written.</summary>
    public Task Failure => _failure.Task;

    /// <exception cref="OutputException">The event cannot be written, so that it must be delivered again.</exception>
    public void Write(WebhookEvent received)
    {
        lock (_turn)
        {
            try
            {
                WriteAndFlush(received);
            }
            catch (OutputException exception)
            {
                _failure.TrySetException(exception);
                throw;
            }
        }
    }

    private void WriteAndFlush(WebhookEvent received)
    {
        if (console is null)
        {
            WriteJson(received);
        }
        else
        {
            Draw(received, console);
        }

        text.Flush();
    }

    /// <summary>One line: what the SDK takes the event for, the key by which a repetition is known, and the delivery as it came.</summary>
    private void WriteJson(WebhookEvent received)
    {
        using (JsonTextWriter json = new(text) { CloseOutput = false })
        {
            json.WriteStartObject();
            json.WritePropertyName("event");
            json.WriteValue(received.Name);
            json.WritePropertyName("key");
            json.WriteValue(received.DeduplicationKey);
            json.WritePropertyName("delivery");
            WriteDelivery(json, received.RawJson);
            json.WriteEndObject();
        }

        text.Write('\n');
    }

    /// <summary>Writes the delivery with every character of its values; as a string if it is not JSON.</summary>
    private static void WriteDelivery(JsonTextWriter json, string delivery)
    {
        try
        {
            using JsonDocument _ = JsonDocument.Parse(delivery, new JsonDocumentOptions { MaxDepth = MaxDepth });

            // Line breaks occur between the tokens of valid JSON only.
            json.WriteRawValue(delivery.Trim().Replace('\r', ' ').Replace('\n', ' '));
        }
        catch (System.Text.Json.JsonException)
        {
            json.WriteValue(delivery);
        }
    }

    private static void Draw(WebhookEvent received, IAnsiConsole console)
    {
        console.Write(new Text(TerminalSanitizer.Of(received.Name ?? received.ToString()), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        HashSet<Resource> drawn = [];
        foreach (Resource resource in received.Delivery?.Payload ?? [])
        {
            if (!drawn.Contains(resource))
            {
                console.Write(ResourceTree.Draw(resource));
                Add(resource, drawn);
            }
        }

        if (drawn.Count == 0)
        {
            console.Write(new Text(TerminalSanitizer.Of(received.RawJson)));
            console.WriteLine();
        }
    }

    /// <summary>Adds a resource and everything that its tree shows.</summary>
    private static void Add(Resource resource, HashSet<Resource> drawn)
    {
        Queue<Resource> nearest = new([resource]);
        while (nearest.TryDequeue(out Resource? next))
        {
            if (drawn.Add(next))
            {
                foreach (Resource related in next.Relationships.Present.SelectMany(static relationship => relationship.Resources))
                {
                    nearest.Enqueue(related);
                }
            }
        }
    }
}
