namespace Acme;

/// <summary>Sets the timeout and headers of individual requests.</summary>
public sealed class RequestOptions : Example
{
    [Fact]
    public async Task Request_options_override_the_client_options()
    {
        KajabiClient kajabi = Client;

        #region request-options
        IKajabiClient slow = kajabi.WithOptions(
            new KajabiRequestOptions { Timeout = TimeSpan.FromMinutes(5), Headers = { ["X-Correlation-Id"] = "sync-42" } }
        );
        ContactCollection contacts = await slow.Contacts.ListContactsAsync();
        #endregion

        Assert.NotEmpty(contacts.Data);
    }

    [Fact]
    public async Task Response_metadata_is_available_on_the_document()
    {
        KajabiClient kajabi = Client;
        ContactDocument document = await kajabi.Contacts.GetContactAsync("123");

        #region response
        string? requestId = document.Response?.RequestId;
        #endregion

        Assert.False(string.IsNullOrEmpty(requestId));
    }
}
