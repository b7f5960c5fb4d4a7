namespace Acme;

/// <summary>A strict sandbox rejects what the service ignores silently.</summary>
public sealed class UseStrictSandbox
{
    [Fact]
    public async Task A_filter_that_does_not_exist_is_rejected_with_its_name()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { IsStrict = true });
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            }
        );

        #region strict
        ListContactsQuery query = new() { AdditionalParameters = { ["filter[email]"] = "johanna@example.com" } };
        KajabiApiException rejected = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Contacts.ListContactsAsync(query));

        Assert.Equal(
            "filter[email] is not a filter of contacts and has no effect. Did you mean filter[email_contains]?",
            rejected.Errors.Single().Detail
        );
        #endregion
    }
}
