using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Acme;

/// <summary>An application that retries by itself turns the SDK's retries off.</summary>
public sealed class RetryByYourself
{
    [Fact]
    public void One_option_turns_the_retries_off()
    {
        ServiceCollection services = new();

        #region retry by yourself
        services.AddKajabi(options => options.Retry.MaxAttempts = 1);
        #endregion

        services.Configure<KajabiClientOptions>(options => options.AccessToken = "t");
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(1, provider.GetRequiredService<IOptions<KajabiClientOptions>>().Value.Retry.MaxAttempts);
    }

    [Fact]
    public void The_README_names_no_experimental_API()
    {
        string readme = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "README.md"));

        Assert.DoesNotContain("RemoveAllResilienceHandlers", readme, StringComparison.Ordinal);
    }
}
