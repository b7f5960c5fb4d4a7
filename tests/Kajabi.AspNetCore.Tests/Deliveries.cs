namespace Kajabi.AspNetCore.Tests;

/// <summary>Webhook deliveries as Kajabi sends them.</summary>
internal static class Deliveries
{
    public const string Email = "johanna@example.com";

    public static string TagAdded(string tag = "789") =>
        $$"""
            { "id": "123", "event": "tag_added", "payload": [
                { "id": "123", "type": "contacts", "attributes": { "email": "{{Email}}" } },
                { "id": "{{tag}}", "type": "contact_tags", "attributes": { "name": "Workshop" } } ] }
            """;
}
