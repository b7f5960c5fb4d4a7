using System.Text;
using System.Text.Json;
using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Graph.SystemTextJson;

/// <summary>Writes the update of a contact with source generation.</summary>
internal static class SystemTextJsonPatch
{
    public static Contender Create() =>
        Contender.Create(
            ContenderNames.SystemTextJson,
            static () => JsonSerializer.SerializeToUtf8Bytes(CreateUpdate(), GraphJsonContext.Default.ContactBody),
            static utf8 => Description.Json(Encoding.UTF8.GetString(utf8))
        );

    private static ContactBody CreateUpdate() =>
        new()
        {
            Data = new Contact
            {
                Id = ContactUpdate.Id,
                Type = Contact.ResourceType,
                Attributes = ContactBody.CreateAttributes(),
            },
        };
}
