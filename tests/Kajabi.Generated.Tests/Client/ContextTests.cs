using System.Net;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Client;

public sealed class ContextTests
{
    [Fact]
    public async Task A_call_never_returns_to_the_callers_context_so_that_blocking_on_it_cannot_hang()
    {
        using TestKajabi kajabi = new();
        TaskCompletionSource<string> token = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress).Respond(() => AnswerAsync(token));
        MockedRequest get = kajabi.Network.When(HttpMethod.Get, "*");
        get.Respond(() => AnswerAsync(answer));
        Counting context = new();

        Task<ContactDocument> waitsForToken = StartUnder(context, () => kajabi.Client.Contacts.GetContactAsync("7"));
        token.SetResult("""{ "access_token": "t", "expires_in": 60 }""");
        while (kajabi.Network.GetMatchCount(get) == 0)
        {
            await Task.Yield();
        }

        // With the token at hand, a call runs on the caller's thread until the network lets it wait.
        Task<ContactDocument> waitsForAnswer = StartUnder(context, () => kajabi.Client.Contacts.GetContactAsync("7"));
        answer.SetResult("""{ "data": { "id": "7", "type": "contacts" } }""");

        Assert.Equal(["7", "7"], [(await waitsForToken).Data.Id, (await waitsForAnswer).Data.Id]);
        Assert.Equal(0, context.Posts);
    }

    private static async Task<HttpResponseMessage> AnswerAsync(TaskCompletionSource<string> body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(await body.Task.ConfigureAwait(false), null, TestKajabi.MediaType) };

    private static Task<T> StartUnder<T>(SynchronizationContext context, Func<Task<T>> call)
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

    private sealed class Counting : SynchronizationContext
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
