using System.Net;
using System.Net.Http.Json;
using Kajabi.Tests;

namespace Kajabi.Sandbox.Tests;

/// <summary>The activation and deactivation links of offers, requested without the SDK.</summary>
public sealed class OfferLinkTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = LoopbackHttp.Create();
    private KajabiSandbox? _sandbox;

    private KajabiSandbox Sandbox => _sandbox!;

    public async Task InitializeAsync() => _sandbox = await KajabiSandbox.StartAsync();

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_new_member_is_created_and_gets_access_without_an_API_key()
    {
        HttpResponseMessage response = await PostAsync("activate", "Mila Osei", "mila@example.com", "m-1");

        using KajabiClient kajabi = SandboxFixture.CreateClient(Sandbox);
        Contact contact = (await kajabi.Contacts.FindContactByEmailAsync("mila@example.com", siteId: "1"))!;
        Contact found = (
            await kajabi.Contacts.GetContactAsync(contact.Id, new() { Include = [ContactInclude.Customer, ContactInclude.Offers] })
        ).Data;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            ("Mila Osei", "m-1", "456"),
            (found.Attributes.Name, found.Customer?.Attributes.ExternalUserId, found.Offers.Single().Id)
        );
    }

    [Theory]
    [InlineData("activate", "", "mila@example.com", "m-1", "name", "can't be blank")]
    [InlineData("activate", "Mila", " ", "m-1", "email", "can't be blank")]
    [InlineData("activate", "Mila", "mila@example.com", null, "external_user_id", "can't be blank")]
    [InlineData("activate", "Mila", "mila", "m-1", "email", "is invalid")]
    [InlineData("deactivate", "Mila", "mila@example.com", "m-1", "base", "not found")]
    public async Task Values_are_validated(string action, string name, string email, string? externalId, string field, string message)
    {
        HttpResponseMessage response = await PostAsync(action, name, email, externalId);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal($$$"""{"errors":{"{{{field}}}":["{{{message}}}"]}}""", Unescape(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_second_grant_a_second_revocation_and_another_external_id_are_rejected()
    {
        await PostAsync("activate", "Mila", "mila@example.com", "m-1");
        string[] responses =
        [
            await ReadAsync(await PostAsync("activate", "Mila", "MILA@example.com", "m-1")),
            await ReadAsync(await PostAsync("activate", "Mila", "mila@example.com", "m-2")),
            await ReadAsync(await PostAsync("deactivate", "Mila", "mila@example.com", "m-2")),
            await ReadAsync(await PostAsync("deactivate", "Mila", "mila@example.com", "m-1")),
            await ReadAsync(await PostAsync("deactivate", "Mila", "mila@example.com", "m-1")),
        ];

        Assert.Equal(
            [
                """422 {"errors":{"base":["Wheel throwing, full course has already been granted to this member"]}}""",
                """422 {"errors":{"email":["is invalid"]}}""",
                """422 {"errors":{"base":["not found"]}}""",
                """200 {"status":"success"}""",
                """422 {"errors":{"base":["Offer grant not found for offer on member"]}}""",
            ],
            responses
        );
    }

    [Fact]
    public async Task Another_token_another_offer_and_other_methods_are_unknown()
    {
        Uri link = Sandbox.GetOfferLink("456");
        string token = link.AbsolutePath.Split('/')[3];
        object body = new
        {
            name = "Mila",
            email = "mila@example.com",
            external_user_id = "m-1",
        };

        Assert.All(
            new[]
            {
                await _http.PostAsJsonAsync(new Uri(link.AbsoluteUri.Replace(token, "abcdefgh12345678", StringComparison.Ordinal)), body),
                await _http.PostAsJsonAsync(new Uri(link.AbsoluteUri.Replace("/456/", "/9/", StringComparison.Ordinal)), body),
                await _http.GetAsync(link),
            },
            static response =>
                Assert.Equal((HttpStatusCode.NotFound, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType))
        );
        Assert.Throws<ArgumentException>(() => Sandbox.GetOfferLink("9"));
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response) =>
        $"{(int)response.StatusCode} {Unescape(await response.Content.ReadAsStringAsync())}";

    private static string Unescape(string json) => json.Replace("\\u0027", "'", StringComparison.Ordinal);

    private Task<HttpResponseMessage> PostAsync(string action, string name, string email, string? externalId) =>
        _http.PostAsJsonAsync(
            new Uri(Sandbox.GetOfferLink("456"), action),
            new
            {
                name,
                email,
                external_user_id = externalId,
            }
        );
}
