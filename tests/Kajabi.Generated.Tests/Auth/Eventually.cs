using Kajabi.Tests.Client;

namespace Kajabi.Tests.Auth;

internal static class Eventually
{
    private const int MaxRequests = 10_000;

    /// <summary>Sends requests until a condition is met by their work in the background.</summary>
    public static async Task WaitUntilAsync(this TestKajabi kajabi, Func<bool> condition)
    {
        for (int call = 0; !condition(); call++)
        {
            Assert.True(call < MaxRequests, "The condition was not met.");
            await kajabi.Client.Sites.GetSiteAsync("1");

            // Queued behind the other work items of the thread pool, so that background work advances on a busy machine too.
            await Task.Run(static () => { });
        }
    }
}
