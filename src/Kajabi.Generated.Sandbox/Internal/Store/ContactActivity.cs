using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Store;

/// <summary>
/// What happened to a contact: e-mails, consent, events, assessments. The API filters contacts and customers by it but shows it
/// nowhere, so it is stored as resources of a type that no request can read.
/// </summary>
internal static class ContactActivity
{
    public const string Type = "contact_activities";

    /// <summary>Adds an activity.</summary>
    /// <param name="store">The data.</param>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="kind">One of <see cref="ActivityKind"/>.</param>
    /// <param name="subjectId">The id of the broadcast, event, assessment, newsletter or sequence. Default: none.</param>
    /// <param name="time">When it happened. Default: now.</param>
    public static SandboxResource Add(
        SandboxStore store,
        string contactId,
        string kind,
        string? subjectId = null,
        DateTimeOffset? time = null
    ) =>
        store
            .Add(
                Type,
                $"activity-{store.GetAll(Type).Count + 1}", // Ids of resources that the API shows do not depend on activities.
                new JsonObject
                {
                    ["kind"] = kind,
                    ["subject_id"] = subjectId,
                    ["created_at"] = SandboxStore.FormatTime(time ?? store.Now),
                }
            )
            .One("contact", "contacts", contactId);

    /// <summary>Records that the consent of a contact to marketing e-mail changed.</summary>
    public static void AddConsent(SandboxStore store, string contactId, bool wasSubscribed, bool isSubscribed)
    {
        if (wasSubscribed != isSubscribed)
        {
            Add(store, contactId, isSubscribed ? ActivityKind.Subscribed : ActivityKind.Unsubscribed);
        }
    }
}
