using System.Globalization;
using System.Text;
using Kajabi.Cli.Connections;
using Kajabi.Cli.Output;
using Kajabi.Sandbox;
using Newtonsoft.Json;

namespace Kajabi.Cli.SandboxServer;

/// <summary>Writes the line that the sandbox is ready, its settings, and the log of requests and deliveries, from any thread.</summary>
/// <param name="text">Standard output.</param>
/// <param name="isJson">Whether each line is a JSON object.</param>
internal sealed class SandboxOutput(TextWriter text, bool isJson)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Never completes successfully; fails when a line cannot be written.</summary>
    public Task Failure => _failure.Task;

    /// <summary>Writes that clients can connect, and the settings that they need.</summary>
    public void WriteReady(KajabiSandbox sandbox)
    {
        string address = sandbox.BaseAddress.GetLeftPart(UriPartial.Authority);
        (string Name, string Value)[] settings =
        [
            (ConnectionSettings.BaseUrlVariable, address),
            (ConnectionSettings.ClientIdVariable, sandbox.ClientId),
            (ConnectionSettings.ClientSecretVariable, sandbox.ClientSecret),
            ("Kajabi__BaseAddress", address),
            ("Kajabi__ClientId", sandbox.ClientId),
            ("Kajabi__ClientSecret", sandbox.ClientSecret),
        ];
        if (isJson)
        {
            WriteObject(json =>
            {
                WriteMember(json, "event", "ready");
                WriteMember(json, "url", address);
                json.WritePropertyName("settings");
                json.WriteStartObject();
                foreach ((string name, string value) in settings)
                {
                    WriteMember(json, name, value);
                }

                json.WriteEndObject();
            });
            return;
        }

        StringBuilder lines = new();
        lines.Append(CultureInfo.InvariantCulture, $"Kajabi sandbox is ready: {address}\n");
        lines.Append("Its page in a browser: the same address. Ctrl+C ends it. Settings of this command and of the SDK:\n");
        foreach ((string name, string value) in settings)
        {
            lines.Append(CultureInfo.InvariantCulture, $"  export {name}={value}\n");
        }

        Write(writer => writer.Write(lines.ToString()));
    }

    /// <summary>Writes a line of the log.</summary>
    public void WriteRequest(LoggedRequest request)
    {
        if (isJson)
        {
            WriteObject(json =>
            {
                WriteMember(json, "event", "request");
                WriteMember(json, "method", request.Method);
                WriteMember(json, "path", request.Path);
                WriteMember(json, "query", request.Query.TrimStart('?'));
                WriteMember(json, "status", request.Status);
                WriteMember(json, "milliseconds", (long)request.Duration.TotalMilliseconds);
                WriteMember(json, "fault", request.Fault);
                json.WritePropertyName("ignored");
                json.WriteStartArray();
                foreach (string sentence in request.Ignored)
                {
                    json.WriteValue(sentence);
                }

                json.WriteEndArray();
                WriteMember(json, "error", request.Error);
            });
            return;
        }

        string status = request.Status?.ToString(CultureInfo.InvariantCulture) ?? "no response";
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Method} {request.Path}{request.Query} {status} {(long)request.Duration.TotalMilliseconds} ms"
        );
        string fault = request.Fault is null ? string.Empty : $" (fault: {request.Fault})";
        string ignored = request.Ignored.Count == 0 ? string.Empty : $" (ignored: {string.Join(" ", request.Ignored)})";

        string error = request.Error is null ? string.Empty : $" (error: {request.Error})";
        WriteLine($"{line}{fault}{ignored}{error}");
    }

    /// <summary>Writes an attempt of a delivery, or why it is not sent.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="status">The status code, 0 for no response; null if the delivery is not sent.</param>
    public void WriteDelivery(SandboxDelivery delivery, int? status)
    {
        int attempt = delivery.ResponseStatusCodes.Count;
        if (isJson)
        {
            WriteObject(json =>
            {
                WriteMember(json, "event", "delivery");
                WriteMember(json, "name", delivery.Event);
                WriteMember(json, "webhook_id", delivery.WebhookId);
                WriteMember(json, "target", delivery.TargetUrl);
                WriteMember(json, "attempt", attempt);
                WriteMember(json, "status", status);
                WriteMember(json, "fault", delivery.Fault?.ToString());
                WriteMember(json, "problem", delivery.Problem);
            });
            return;
        }

        string result = status switch
        {
            null => $"not sent. {delivery.Problem}",
            0 => $"no response. {delivery.Problem}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{status}"),
        };
        string retry = attempt > 1 ? string.Create(CultureInfo.InvariantCulture, $", attempt {attempt}") : string.Empty;
        string fault = delivery.Fault is null ? string.Empty : $" (fault: {delivery.Fault})";
        WriteLine($"delivery of {delivery.Event} to {delivery.TargetUrl ?? "no URL"}{retry}: {result}{fault}");
    }

    // A path can contain a line break.
    private void WriteLine(string line)
    {
        string safe = CommandFilter.Apply(TerminalSanitizer.Sanitize(line).ReplaceLineEndings(" "));
        Write(writer => writer.Write($"{safe}\n"));
    }

    private static void WriteMember(JsonTextWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private void WriteObject(Action<JsonTextWriter> writeMembers) =>
        Write(writer =>
            JsonLine.Write(
                writer,
                Formatting.None,
                json =>
                {
                    json.WriteStartObject();
                    writeMembers(json);
                    json.WriteEndObject();
                }
            )
        );

    private void Write(Action<TextWriter> write)
    {
        lock (_lock)
        {
            try
            {
                write(text);
                text.Flush();
            }
            catch (OutputException exception)
            {
                _failure.TrySetException(exception);
            }
        }
    }
}
