using System.Net;
using Kajabi.JsonApi;

namespace Acme;

/// <summary>Code that uses an API interface can be tested without a server, with fake errors and responses.</summary>
public sealed class MockApi
{
    [Fact]
    public void Errors_and_responses_can_be_created_in_tests()
    {
        KajabiApiException taken = new(KajabiErrorKind.Validation, "The address is taken.")
        {
            StatusCode = HttpStatusCode.UnprocessableEntity,
            Errors = [new("422", "Invalid", "has already been taken", "/data/attributes/email") { PropertyName = "Email" }],
        };
        using HttpResponseMessage message = new(HttpStatusCode.NoContent);
        message.Headers.Add("x-request-id", "req-1");

        KajabiResponse response = new(message);

        Assert.Equal("Email", taken.Errors[0].PropertyName);
        Assert.Equal((HttpStatusCode.NoContent, "req-1"), (response.StatusCode, response.RequestId));
    }

    [Fact]
    public async Task A_fake_API_implements_only_the_operations_and_returns_JSON()
    {
        IContactTagsApi tags = new FakeContactTagsApi();

        Assert.Equal(["8"], await tags.FindContactTagIdsAsync(["Wholesale"], siteId: "1"));
        await Assert.ThrowsAsync<ArgumentException>(() => tags.FindContactTagIdsAsync(["Retail"], siteId: "1"));
        await Assert.ThrowsAsync<KajabiApiException>(() => tags.GetContactTagAsync("9"));
    }

    private sealed class FakeContactTagsApi : IContactTagsApi
    {
        public Task<ContactTagCollection> ListContactTagsAsync(
            ListContactTagsQuery? query = null,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                JsonApiSerializer.Deserialize<ContactTagCollection>(
                    """
                    { "data": [ { "id": "7", "type": "contact_tags", "attributes": { "name": "VIP" } },
                                { "id": "8", "type": "contact_tags", "attributes": { "name": "Wholesale" } } ] }
                    """
                )
            );

        public Task<ContactTagDocument> GetContactTagAsync(
            string id,
            GetContactTagQuery? query = null,
            CancellationToken cancellationToken = default
        ) => throw new KajabiApiException(KajabiErrorKind.NotFound, "The tag does not exist.");
    }
}
