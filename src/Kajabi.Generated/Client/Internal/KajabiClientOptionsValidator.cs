using System.Text;
using Microsoft.Extensions.Options;

namespace Kajabi.Client.Internal;

/// <summary>Validates <see cref="KajabiClientOptions"/> at startup instead of at the first request.</summary>
/// <param name="services">The services of the application.</param>
internal sealed class KajabiClientOptionsValidator(IServiceProvider services) : IValidateOptions<KajabiClientOptions>
{
    public const string TimeoutRule = "The Timeout must be positive and at most 24 days, or Timeout.InfiniteTimeSpan.";

    // An ordinary document has seven levels. Serializing what was read is recursive, so the depth is bounded by the stack.
    private const int ShallowestDepth = 8;
    private const int DeepestDepth = 512;

    private static readonly TimeSpan s_longestTimeout = TimeSpan.FromDays(24);

    public static void ThrowIfInvalid(KajabiClientOptions options)
    {
        if (Problems(options, services: null).FirstOrDefault() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }
    }

    public ValidateOptionsResult Validate(string? name, KajabiClientOptions options)
    {
        List<string> problems = [.. Problems(options, services)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(KajabiClientOptions options, IServiceProvider? services) =>
        [
            .. CredentialsValidator.Validate(options, services),
            .. Address(options),
            .. Others(options),
            .. ResilienceOptionsValidator.Validate(options.Retry),
            .. ResilienceOptionsValidator.Validate(options.RateLimit),
        ];

    private static IEnumerable<string> Address(KajabiClientOptions options)
    {
        if (
            options.BaseAddress is not { IsAbsoluteUri: true } address
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        )
        {
            yield return $"The BaseAddress must be an absolute https address, or http on loopback; it is '{options.ShownAddress}'.";
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return $"The BaseAddress must have neither user information nor a query nor a fragment beside '{options.ShownAddress}'.";
        }
    }

    private static IEnumerable<string> Others(KajabiClientOptions options)
    {
        // .NET accepts other characters in a comment and then fails to send the request.
        if (options.UserAgent is { } agent && !(Ascii.IsValid(agent) && HttpPipeline.TryParseUserAgent(agent, out _)))
        {
            yield return "The UserAgent must be products and comments as in 'Acme.Sync/2.1 (nightly)', in ASCII and without line breaks.";
        }

        if (options.DefaultSiteId is { } site && string.IsNullOrWhiteSpace(site))
        {
            yield return "The DefaultSiteId must be the id of a site, or null for none.";
        }

        if (!IsTimeout(options.Timeout))
        {
            yield return TimeoutRule;
        }

        if (options.MaxResponseBytes <= 0)
        {
            yield return "MaxResponseBytes must be positive.";
        }

        if (options.MaxResponseDepth is < ShallowestDepth or > DeepestDepth)
        {
            yield return $"MaxResponseDepth must be from {ShallowestDepth} to {DeepestDepth}.";
        }
    }

    public static bool IsTimeout(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout <= s_longestTimeout);
}
