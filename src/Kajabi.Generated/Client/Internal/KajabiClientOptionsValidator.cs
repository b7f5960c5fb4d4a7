using System.Text;
using Microsoft.Extensions.Options;

namespace Kajabi.Client.Internal;

/// <summary>Validates <see cref="KajabiClientOptions"/> at startup instead of at the first request.</summary>
/// <param name="services">The services of the application.</param>
internal sealed class KajabiClientOptionsValidator(IServiceProvider services) : IValidateOptions<KajabiClientOptions>
{
    public const string TimeoutRule = "The Timeout must be positive and at most 24 days, or Timeout.InfiniteTimeSpan.";

    // An ordinary document has seven levels. Serializing what was read is recursive, so the depth is bounded by the stack.
    private const int MinDepth = 8;
    private const int MaxDepth = 512;

    /// <summary>The longest delay of a timer, in whole days.</summary>
    public static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(24);

    public static void ThrowIfInvalid(KajabiClientOptions options)
    {
        if (GetErrors(options, services: null).FirstOrDefault() is { } error)
        {
            throw new ArgumentException(error, nameof(options));
        }
    }

    public ValidateOptionsResult Validate(string? name, KajabiClientOptions options)
    {
        List<string> errors = [.. GetErrors(options, services)];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    public static bool IsValidTimeout(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout <= MaxTimeout);

    /// <remarks>
    /// Tests a copy, because <see cref="Uri.IsLoopback"/> can return false if several threads use one instance for the first time,
    /// for example when accounts that share their address are created in parallel.
    /// </remarks>
    public static bool IsLoopback(Uri address) => new Uri(address.OriginalString).IsLoopback;

    private static IEnumerable<string> GetErrors(KajabiClientOptions options, IServiceProvider? services) =>
        [
            .. CredentialsValidator.Validate(options, services),
            .. ValidateAddress(options),
            .. ValidateRequests(options),
            .. ResilienceOptionsValidator.Validate(options.RateLimit),
        ];

    /// <summary>Validates the options that do not depend on an account.</summary>
    public static IEnumerable<string> ValidateRequests(KajabiClientOptions options) =>
        [.. ValidateOthers(options), .. ResilienceOptionsValidator.Validate(options.Retry)];

    private static IEnumerable<string> ValidateAddress(KajabiClientOptions options)
    {
        if (
            options.BaseAddress is not { IsAbsoluteUri: true } address
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)))
        )
        {
            yield return $"The BaseAddress must be an absolute https address, or http on loopback; it is '{options.DisplayAddress}'.";
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return $"The BaseAddress must contain no user information, query or fragment; use '{options.DisplayAddress}'.";
        }
    }

    private static IEnumerable<string> ValidateOthers(KajabiClientOptions options)
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

        if (!IsValidTimeout(options.Timeout))
        {
            yield return TimeoutRule;
        }

        if (options.MaxResponseBytes <= 0)
        {
            yield return "MaxResponseBytes must be positive.";
        }

        if (options.MaxResponseDepth is < MinDepth or > MaxDepth)
        {
            yield return $"MaxResponseDepth must be from {MinDepth} to {MaxDepth}.";
        }
    }
}
