using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The body of an update.</summary>
internal sealed class ContactBody
{
    [JsonPropertyName("data")]
    public Contact? Data { get; set; }

    /// <summary>Creates the attributes of <see cref="ContactUpdate"/>.</summary>
    public static ContactAttributes CreateAttributes() =>
        new()
        {
            Name = ContactUpdate.Name,
            Email = ContactUpdate.Email,
            PhoneNumber = ContactUpdate.PhoneNumber,
            Subscribed = ContactUpdate.Subscribed,
            AddressLine1 = ContactUpdate.AddressLine1,
            AddressCity = ContactUpdate.AddressCity,
            Custom1 = ContactUpdate.Custom1,
        };
}
