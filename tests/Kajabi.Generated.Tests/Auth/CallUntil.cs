using Kajabi.Tests.Client;

namespace Kajabi.Tests.Auth;

internal static class CallUntil
{
    private const int Patience = 10_000;

    /// <summary>Makes calls until what they set off in the background has come about.</summary>
    public static async Task CallUntilAsync(this TestKajabi kajabi, Func<bool> hasComeAbout)
    {
        for (int call = 0; !hasComeAbout(); call++)
        {
            Assert.True(call < Patience, "What the calls should have set off did not come about.");
            await kajabi.Client.Sites.GetSiteAsync("1");

            // Behind what waits for the thread pool, so that on a busy machine the background gets on as the calls do.
            await Task.Run(static () => { });
        }
    }
}
