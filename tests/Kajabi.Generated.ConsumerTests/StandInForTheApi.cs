using System.Net;
using Kajabi.JsonApi;

namespace Acme;

/// <summary>Code that works with an area can be tested without a server: failures and answers can be made by hand.</summary>
public sealed class StandInForTheApi
{
    [Fact]
    public void A_failure_and_an_answer_can_be_made_by_hand()
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
    public async Task An_area_made_by_hand_needs_its_operations_alone_and_answers_with_JSON()
    {
        IContactTagsApi tags = new TwoTags();

        Assert.Equal(["8"], await tags.FindContactTagIdsAsync(["Wholesale"], siteId: "1"));
        await Assert.ThrowsAsync<ArgumentException>(() => tags.FindContactTagIdsAsync(["Retail"], siteId: "1"));
        await Assert.ThrowsAsync<KajabiApiException>(() => tags.GetContactTagAsync("9"));
    }

    private sealed class TwoTags : IContactTagsApi
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
        ) => throw new KajabiApiException(KajabiErrorKind.NotFound, "There is no such tag.");
    }
}
