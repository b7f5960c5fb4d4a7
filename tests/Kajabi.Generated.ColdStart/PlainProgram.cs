using System.Net.Http.Headers;
using Newtonsoft.Json;

namespace Kajabi.ColdStart;

/// <summary>Reads the name of a contact with the same requests, by <see cref="HttpClient"/> and <see cref="JsonTextReader"/>.</summary>
internal static class PlainProgram
{
    public static async Task<string?> ReadNameAsync(Account account, string contactId)
    {
        using HttpClient http = new() { BaseAddress = account.BaseAddress };
        using FormUrlEncodedContent form = new(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = account.ClientId,
                ["client_secret"] = account.ClientSecret,
            }
        );
        using HttpResponseMessage token = await http.PostAsync(new Uri("/v1/oauth/token", UriKind.Relative), form);
        token.EnsureSuccessStatusCode();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            Find(await token.Content.ReadAsStreamAsync(), "access_token")
        );
        using HttpResponseMessage contact = await http.GetAsync(new Uri($"/v1/contacts/{contactId}", UriKind.Relative));
        contact.EnsureSuccessStatusCode();
        return Find(await contact.Content.ReadAsStreamAsync(), "name");
    }

    /// <summary>Reads the whole JSON and returns the value of the first member with the name.</summary>
    private static string? Find(Stream json, string name)
    {
        using StreamReader text = new(json);
        using JsonTextReader reader = new(text);
        string? value = null;
        while (reader.Read())
        {
            if (value is null && reader.TokenType == JsonToken.PropertyName && name.Equals(reader.Value))
            {
                value = reader.ReadAsString();
            }
        }

        return value;
    }
}
