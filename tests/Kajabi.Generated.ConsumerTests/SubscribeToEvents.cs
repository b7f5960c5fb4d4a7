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
}
