using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Bulk;

/// <summary>What happened to a contact or customer: one line of a report.</summary>
/// <param name="Target">The contact or customer.</param>
/// <param name="Status">A constant of <see cref="BulkStatus"/>.</param>
/// <param name="Reason">Why it was not changed; null if there is nothing to explain.</param>
internal sealed record BulkOutcome(BulkTarget Target, string Status, string? Reason = null)
{
    /// <summary>Reads a line of a report; null if it is none.</summary>
    public static BulkOutcome? Read(JObject json) =>
        (string?)json["status"] is { } status && ((string?)json["id"] ?? (string?)json["email"]) is not null
            ? new BulkOutcome(new BulkTarget((string?)json["id"], (string?)json["email"]), status, (string?)json["reason"])
            : null;

    public void WriteTo(JsonTextWriter json)
    {
        json.WriteStartObject();
        Write(json, "id", Target.Id);
        Write(json, "email", Target.Email);
        Write(json, "status", Status);
        Write(json, "reason", Reason);
        json.WriteEndObject();
    }

    private static void Write(JsonTextWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteValue(value);
        }
    }
}
