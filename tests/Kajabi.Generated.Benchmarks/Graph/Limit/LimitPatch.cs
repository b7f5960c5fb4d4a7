using System.Buffers;
using System.Text;
using System.Text.Json;
using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <summary>Writes the update of a contact with a writer and a buffer that are used for all updates.</summary>
internal static class LimitPatch
{
    private static readonly JsonEncodedText s_data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText s_type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText s_contacts = JsonEncodedText.Encode(Contact.ResourceType);
    private static readonly JsonEncodedText s_id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText s_attributes = JsonEncodedText.Encode("attributes");
    private static readonly JsonEncodedText s_name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText s_email = JsonEncodedText.Encode("email");
    private static readonly JsonEncodedText s_phoneNumber = JsonEncodedText.Encode("phone_number");
    private static readonly JsonEncodedText s_subscribed = JsonEncodedText.Encode("subscribed");
    private static readonly JsonEncodedText s_addressLine1 = JsonEncodedText.Encode("address_line_1");
    private static readonly JsonEncodedText s_addressCity = JsonEncodedText.Encode("address_city");
    private static readonly JsonEncodedText s_custom1 = JsonEncodedText.Encode("custom_1");

    public static Contender Create()
    {
        ArrayBufferWriter<byte> buffer = new(initialCapacity: 4096);
        Utf8JsonWriter json = new(buffer, new JsonWriterOptions { SkipValidation = true });
        return Contender.Create(
            ContenderNames.Limit,
            () =>
            {
                buffer.ResetWrittenCount();
                json.Reset();
                Write(json, ContactBody.CreateAttributes());
                json.Flush();
                return buffer;
            },
            static written => Description.Json(Encoding.UTF8.GetString(written.WrittenSpan))
        );
    }

    private static void Write(Utf8JsonWriter json, ContactAttributes attributes)
    {
        json.WriteStartObject();
        json.WriteStartObject(s_data);
        json.WriteString(s_id, ContactUpdate.Id);
        json.WriteString(s_type, s_contacts);
        json.WriteStartObject(s_attributes);
        Write(json, s_name, attributes.Name);
        Write(json, s_email, attributes.Email);
        Write(json, s_phoneNumber, attributes.PhoneNumber);
        if (attributes.Subscribed is { } subscribed)
        {
            json.WriteBoolean(s_subscribed, subscribed);
        }

        Write(json, s_addressLine1, attributes.AddressLine1);
        Write(json, s_addressCity, attributes.AddressCity);
        Write(json, s_custom1, attributes.Custom1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JsonEncodedText name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
