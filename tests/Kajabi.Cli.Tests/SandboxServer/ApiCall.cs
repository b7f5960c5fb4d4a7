using System.Text.Json.Nodes;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>A request to the API of a sandbox with its credentials, as a program without the SDK sends it.</summary>
internal static class ApiCall
{
    public static async Task<HttpResponseMessage> SendAsync(HttpClient http, string path)
    {
        using FormUrlEncodedContent credentials = new(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = "sandbox-client",
                ["client_secret"] = "sandbox-secret",
            }
        );
        using HttpResponseMessage token = await http.PostAsync("/v1/oauth/token", credentials);
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", (string?)JsonNode.Parse(await token.Content.ReadAsStringAsync())!["access_token"]);
        return await http.SendAsync(request);
    }
}
