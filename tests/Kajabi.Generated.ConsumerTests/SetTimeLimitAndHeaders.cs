namespace Acme;

/// <summary>Some calls need more time, or a header for a gateway.</summary>
public sealed class SetTimeLimitAndHeaders : Story
{
    [Fact]
    public async Task Options_of_a_call_are_laid_over_the_client()
    {
        KajabiClient kajabi = Client;

        #region call-options
        IKajabiClient patient = kajabi.WithOptions(
            new KajabiRequestOptions { Timeout = TimeSpan.FromMinutes(5), Headers = { ["X-Correlation-Id"] = "sync-42" } }
        );
        ContactCollection contacts = await patient.Contacts.ListContactsAsync();
        #endregion

        Assert.NotEmpty(contacts.Data);
    }

    [Fact]
    public async Task What_stood_around_an_answer_is_kept_with_it()
    {
        KajabiClient kajabi = Client;
        ContactDocument document = await kajabi.Contacts.GetContactAsync("123");

        #region response
        string? requestId = document.Response?.RequestId;
        #endregion

        Assert.False(string.IsNullOrEmpty(requestId));
    }
}
