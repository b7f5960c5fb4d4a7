namespace Acme;

/// <summary>Webhooks are not signed: the secret stands in the address.</summary>
public sealed class SubscribeToEvents : Story
{
    [Fact]
    public async Task An_address_is_subscribed_and_taken_off_again()
    {
        KajabiClient kajabi = Client;
        string secret = "s3cret";

        #region subscribe
        HookDocument hook = await kajabi.Webhooks.CreateHookAsync(
            new HookAttributes { Event = HookEvent.TagAdded, TargetUrl = $"https://acme.example.com/hooks/kajabi?secret={secret}" }, siteId: "1");

        await foreach (Hook subscribed in kajabi.Webhooks.ListAllHooksAsync(new ListHooksQuery { EventEquals = HookEvent.TagAdded }))
        {
            Console.WriteLine($"{subscribed.Id}: {subscribed.Attributes.Event}");
        }

        await kajabi.Webhooks.DeleteHookAsync(hook.Data.Id);
        #endregion

        Assert.DoesNotContain((await kajabi.Webhooks.ListHooksAsync()).Data, left => left.Id == hook.Data.Id);
    }

    [Fact]
    public void A_value_is_compared_with_the_constants_of_its_type()
    {
        HookEvent? subscribed = HookEvent.TagAdded;

        #region enum values
        string text = subscribed?.Value switch
        {
            HookEvent.KnownValues.TagAdded => "A tag was added.",
            HookEvent.KnownValues.Purchase => "An offer was purchased.",
            var other => $"Something else happened: {other}", // Also a value that the contract does not list.
        };
        #endregion

        Assert.Equal("A tag was added.", text);
    }
}
