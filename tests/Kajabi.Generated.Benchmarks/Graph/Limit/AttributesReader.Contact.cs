using System.Text.Json;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <content>The attributes of a contact.</content>
internal static partial class AttributesReader
{
    public static ContactAttributes ReadContact(ref DocumentReader document)
    {
        ContactAttributes attributes = new();
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            // Null is the initial value.
            if (document.Json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            switch (name.Length)
            {
                case 4 when name.SequenceEqual("name"u8):
                    attributes.Name = document.Json.GetString();
                    break;
                case 5 when name.SequenceEqual("email"u8):
                    attributes.Email = document.Json.GetString();
                    break;
                case 12 when name.SequenceEqual("phone_number"u8):
                    attributes.PhoneNumber = document.Json.GetString();
                    break;
                case 15 when name.SequenceEqual("business_number"u8):
                    attributes.BusinessNumber = document.Json.GetString();
                    break;
                case 10 when name.SequenceEqual("subscribed"u8):
                    attributes.Subscribed = document.Json.GetBoolean();
                    break;
                case 14 when name.SequenceEqual("address_line_1"u8):
                    attributes.AddressLine1 = document.Json.GetString();
                    break;
                case 14 when name.SequenceEqual("address_line_2"u8):
                    attributes.AddressLine2 = document.Json.GetString();
                    break;
                case 12 when name.SequenceEqual("address_city"u8):
                    attributes.AddressCity = document.Json.GetString();
                    break;
                case 13 when name.SequenceEqual("address_state"u8):
                    attributes.AddressState = document.Json.GetString();
                    break;
                case 15 when name.SequenceEqual("address_country"u8):
                    attributes.AddressCountry = document.Json.GetString();
                    break;
                case 11 when name.SequenceEqual("address_zip"u8):
                    attributes.AddressZip = document.Json.GetString();
                    break;
                case 16 when name.SequenceEqual("external_user_id"u8):
                    attributes.ExternalUserId = document.Json.GetString();
                    break;
                case 8 when name.SequenceEqual("custom_1"u8):
                    attributes.Custom1 = document.Json.GetString();
                    break;
                case 8 when name.SequenceEqual("custom_2"u8):
                    attributes.Custom2 = document.Json.GetString();
                    break;
                case 8 when name.SequenceEqual("custom_3"u8):
                    attributes.Custom3 = document.Json.GetString();
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    attributes.CreatedAt = document.Json.GetDateTimeOffset();
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    attributes.UpdatedAt = document.Json.GetDateTimeOffset();
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        return attributes;
    }
}
