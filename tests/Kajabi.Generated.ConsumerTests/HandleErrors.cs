namespace Acme;

/// <summary>One exception type with an error kind and the errors of the API.</summary>
public sealed class HandleErrors : Example
{
    [Fact]
    public async Task The_error_kind_selects_the_handling()
    {
        KajabiClient kajabi = Client;
        string outcome = string.Empty;

        #region errors
        try
        {
            await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "johanna@example.com" }, siteId: "1");
        }
        catch (KajabiApiException exception) when (exception.Kind is KajabiErrorKind.Validation)
        {
            outcome = string.Join(", ", exception.Errors.Select(error => $"{error.Pointer}: {error.Detail}"));
        }
        catch (KajabiApiException exception) when (exception.Kind is KajabiErrorKind.RateLimited)
        {
            outcome = $"Wait {exception.RetryAfter ?? TimeSpan.FromMinutes(1)}: {exception.Attempts} attempts were rejected.";
        }
        catch (KajabiApiException exception) when (exception.MayHaveBeenProcessed)
        {
            outcome = "Check whether the contact exists before you retry.";
        }
        #endregion

        Assert.Contains("/data/attributes/email", outcome, StringComparison.Ordinal);
    }
}
