using Newtonsoft.Json.Linq;

namespace Acme;

/// <summary>An endpoint that the contract does not list yet can be called through the same pipeline.</summary>
public sealed class SendARawRequest
{
    [Fact]
    public async Task The_response_is_JSON_or_typed()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            }
        );

        #region raw
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/contacts?page[size]=2");
        JToken json = await kajabi.SendAsync<JToken>(request);
        #endregion

        Assert.Equal(2, json["data"]!.Count());
        using HttpRequestMessage again = new(HttpMethod.Get, "/v1/contacts/123?include=offers");
        ContactDocument document = await kajabi.SendAsync<ContactDocument>(again);
        Assert.Equal(19900, document.Data.Offers[0].Attributes.PriceInCents);
    }
}
