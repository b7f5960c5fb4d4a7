using System.Text.Json;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <content>The attributes of an offer.</content>
internal static partial class AttributesReader
{
    public static OfferAttributes ReadOffer(ref DocumentReader document)
    {
        OfferAttributes attributes = new();
        while (document.ReadMember(out ReadOnlySpan<byte> name))
        {
            // Null is the initial value.
            if (document.Json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            switch (name.Length)
            {
                case 5 when name.SequenceEqual("title"u8):
                    attributes.Title = document.Json.GetString();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    attributes.Description = document.Json.GetString();
                    break;
                case 14 when name.SequenceEqual("internal_title"u8):
                    attributes.InternalTitle = document.Json.GetString();
                    break;
                case 8 when name.SequenceEqual("currency"u8):
                    attributes.Currency = document.Json.GetString();
                    break;
                case 14 when name.SequenceEqual("price_in_cents"u8):
                    attributes.PriceInCents = document.Json.GetInt64();
                    break;
                case 12 when name.SequenceEqual("payment_type"u8):
                    attributes.PaymentType = document.Json.GetString();
                    break;
                case 5 when name.SequenceEqual("token"u8):
                    attributes.Token = document.Json.GetString();
                    break;
                case 14 when name.SequenceEqual("payment_method"u8):
                    attributes.PaymentMethod = document.Json.GetString();
                    break;
                case 17 when name.SequenceEqual("price_description"u8):
                    attributes.PriceDescription = document.Json.GetString();
                    break;
                case 12 when name.SequenceEqual("checkout_url"u8):
                    attributes.CheckoutUrl = document.Json.GetString();
                    break;
                case 15 when name.SequenceEqual("recurring_offer"u8):
                    attributes.RecurringOffer = document.Json.GetBoolean();
                    break;
                case 12 when name.SequenceEqual("subscription"u8):
                    attributes.Subscription = document.Json.GetBoolean();
                    break;
                case 8 when name.SequenceEqual("one_time"u8):
                    attributes.OneTime = document.Json.GetBoolean();
                    break;
                case 6 when name.SequenceEqual("single"u8):
                    attributes.Single = document.Json.GetBoolean();
                    break;
                case 4 when name.SequenceEqual("free"u8):
                    attributes.Free = document.Json.GetBoolean();
                    break;
                case 9 when name.SequenceEqual("image_url"u8):
                    attributes.ImageUrl = document.Json.GetString();
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    attributes.Status = document.Json.GetString();
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    attributes.Name = document.Json.GetString();
                    break;
                case 5 when name.SequenceEqual("price"u8):
                    attributes.Price = document.Json.GetDecimal();
                    break;
                default:
                    document.Json.Skip();
                    break;
            }
        }

        return attributes;
    }
}
