using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Kajabi.OfferLinks.Internal;

/// <summary>Creates the requests of offer links.</summary>
internal static class OfferLinkRequest
{
    public const string Activate = "activate";
    public const string Deactivate = "deactivate";

    private const string TemplatePrefix = "/webhooks/offers/{token}/{id}/";
    private const string MediaType = "application/json";

    public static bool IsAction(string text) => text is Activate or Deactivate;

    /// <summary>Whether a path template is that of an offer link.</summary>
    public static bool IsTemplate(string? template) => template?.StartsWith(TemplatePrefix, StringComparison.Ordinal) == true;

    /// <exception cref="ArgumentException">A value of the member is empty or not well-formed.</exception>
    public static HttpRequestMessage Create(OfferLinkAddress address, OfferLinkMember member, string action, WelcomeEmail welcomeEmail)
    {
        byte[] body = Write(member);
        HttpRequestMessage request = new(HttpMethod.Post, GetUri(address, action, welcomeEmail))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaType) } },
        };
        request.Headers.Accept.ParseAdd(MediaType);
        RouteTemplate.Set(request, TemplatePrefix + action);
        request.Options.Set(SecretRedactor.RequestSecretsKey, [address.Token]);
        return request;
    }

    private static Uri GetUri(OfferLinkAddress address, string action, WelcomeEmail welcomeEmail)
    {
        // No e-mail is the default of the links. The parameter is not sent as false, which a server could mistake for a request.
        Uri uri = address.GetUri(action);
        return welcomeEmail == WelcomeEmail.Send ? new Uri($"{uri.AbsoluteUri}?send_offer_grant_email=true") : uri;
    }

    private static byte[] Write(OfferLinkMember member)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            Write(json, "name", member.Name, nameof(OfferLinkMember.Name));
            Write(json, "email", member.Email, nameof(OfferLinkMember.Email));
            Write(json, "external_user_id", member.ExternalUserId, nameof(OfferLinkMember.ExternalUserId));
            json.WriteEndObject();
        }

        return body.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string value, string property)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"The {property} of the member is empty, but Kajabi requires it.", nameof(value));
        }

        if (HasHalfOfSurrogatePair(value))
        {
            // The JSON would contain another character instead, so that the value would identify another member or none.
            throw new ArgumentException(
                $"The {property} of the member contains half of a surrogate pair, which is not text. Correct how the value is read or cut.",
                nameof(value)
            );
        }

        json.WriteString(name, value);
    }

    private static bool HasHalfOfSurrogatePair(string text)
    {
        int index = 0;
        while (index < text.Length)
        {
            if (!Rune.TryGetRuneAt(text, index, out Rune rune))
            {
                return true;
            }

            index += rune.Utf16SequenceLength;
        }

        return false;
    }
}
