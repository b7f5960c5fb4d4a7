using System.Text.Json;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <content>The attributes of a customer.</content>
internal static partial class AttributesReader
{
    public static CustomerAttributes ReadCustomer(ref DocumentReader document)
    {
        CustomerAttributes attributes = new();
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
                case 6 when name.SequenceEqual("avatar"u8):
                    attributes.Avatar = document.Json.GetString();
                    break;
                case 16 when name.SequenceEqual("external_user_id"u8):
                    attributes.ExternalUserId = document.Json.GetString();
                    break;
                case 10 when name.SequenceEqual("public_bio"u8):
                    attributes.PublicBio = document.Json.GetString();
                    break;
                case 15 when name.SequenceEqual("public_location"u8):
                    attributes.PublicLocation = document.Json.GetString();
                    break;
                case 14 when name.SequenceEqual("public_website"u8):
                    attributes.PublicWebsite = document.Json.GetString();
                    break;
                case 11 when name.SequenceEqual("net_revenue"u8):
                    attributes.NetRevenue = document.Json.GetString();
                    break;
                case 13 when name.SequenceEqual("sign_in_count"u8):
                    attributes.SignInCount = document.Json.GetInt64();
                    break;
                case 15 when name.SequenceEqual("last_request_at"u8):
                    attributes.LastRequestAt = document.Json.GetDateTimeOffset();
                    break;
                case 10 when name.SequenceEqual("bounced_at"u8):
                    attributes.BouncedAt = document.Json.GetDateTimeOffset();
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
