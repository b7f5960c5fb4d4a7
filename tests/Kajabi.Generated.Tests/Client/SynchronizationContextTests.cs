using System.Net;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

public sealed class SynchronizationContextTests
{
    [Fact]
    public async Task A_request_never_resumes_on_the_callers_synchronization_context()
    {
        using TestKajabi kajabi = new();
        TaskCompletionSource<string> token = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<string> response = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond(() => RespondAsync(token));
        MockedRequest get = kajabi.Network.When(HttpMethod.Get, "*");
        get.Respond(() => RespondAsync(response));
        CountingContext context = new();

        Task<ContactDocument> waitsForToken = StartIn(context, () => kajabi.Client.Contacts.GetContactAsync("7"));
        token.SetResult("""{ "access_token": "t", "expires_in": 60 }""");
        while (kajabi.Network.GetMatchCount(get) == 0)
        {
            await Task.Yield();
        }

        // With a cached token, a request runs on the caller's thread until it waits for the network.
        Task<ContactDocument> waitsForResponse = StartIn(context, () => kajabi.Client.Contacts.GetContactAsync("7"));
        response.SetResult("""{ "data": { "id": "7", "type": "contacts" } }""");

        Assert.Equal(["7", "7"], [(await waitsForToken).Data.Id, (await waitsForResponse).Data.Id]);
        Assert.Equal(0, context.Posts);
    }

    private static async Task<HttpResponseMessage> RespondAsync(TaskCompletionSource<string> body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(await body.Task.ConfigureAwait(false), null, TestKajabi.MediaType) };

    private static Task<T> StartIn<T>(SynchronizationContext context, Func<Task<T>> call)
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            return call();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }
}
