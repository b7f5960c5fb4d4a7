using System.Globalization;
using Kajabi.Cli.Output;
using Newtonsoft.Json;

namespace Kajabi.Cli.Webhooks;

/// <summary>A sample delivery with the response of the endpoint.</summary>
/// <param name="Event">The name of the event.</param>
/// <param name="Variant">The variant of its format; null for the usual one.</param>
/// <param name="Url">The URL without its query.</param>
/// <param name="Status">The status code of the response.</param>
/// <param name="Delivery">The body that was sent.</param>
internal sealed record TriggerResult(string Event, string? Variant, string Url, int Status, string Delivery) : ICommandResult
{
    public void WriteText(Terminal terminal) =>
        terminal.Out.WriteLine(
            CommandFilter.Apply(
                TerminalSanitizer.Sanitize(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Event}{(Variant is null ? string.Empty : $" ({Variant})")} sent to {Url}: {Status}"
                    )
                )
            )
        );

    public void WriteJson(TextWriter text) =>
        JsonLine.Write(
            text,
            Formatting.None,
            json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("event");
                json.WriteValue(Event);
                json.WritePropertyName("variant");
                json.WriteValue(Variant);
                json.WritePropertyName("url");
                json.WriteValue(Url);
                json.WritePropertyName("status");
                json.WriteValue(Status);
                json.WritePropertyName("delivery");
                json.WriteRawValue(Delivery);
                json.WriteEndObject();
            }
        );
}
