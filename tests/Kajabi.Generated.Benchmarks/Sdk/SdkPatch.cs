using System.Text;
using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Sdk;

/// <summary>Writes the update of a contact with this SDK.</summary>
internal static class SdkPatch
{
    public static Contender ToText() =>
        Contender.Create(
            ContenderNames.SdkString,
            static () => JsonApiSerializer.Serialize(CreateUpdate(), JsonApiSerializationMode.ChangedOnly),
            Description.Json
        );

    public static Contender ToStream()
    {
        MemoryStream stream = new(capacity: 4096);
        return Contender.Create(
            ContenderNames.SdkStream,
            () =>
            {
                stream.SetLength(0);
                JsonApiSerializer.Serialize(CreateUpdate(), stream, JsonApiSerializationMode.ChangedOnly);
                return stream;
            },
            static written => Description.Json(Encoding.UTF8.GetString(written.ToArray()))
        );
    }

    private static ContactDocument CreateUpdate() =>
        new()
        {
            Data = new Contact
            {
                Id = ContactUpdate.Id,
                Attributes = new ContactAttributes
                {
                    Name = ContactUpdate.Name,
                    Email = ContactUpdate.Email,
                    PhoneNumber = ContactUpdate.PhoneNumber,
                    Subscribed = ContactUpdate.Subscribed,
                    AddressLine1 = ContactUpdate.AddressLine1,
                    AddressCity = ContactUpdate.AddressCity,
                    Custom1 = ContactUpdate.Custom1,
                },
            },
        };
}
