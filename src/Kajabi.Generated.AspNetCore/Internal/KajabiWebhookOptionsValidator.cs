using Microsoft.Extensions.Options;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Validates the options at startup. Messages never contain a secret.</summary>
internal sealed class KajabiWebhookOptionsValidator : IValidateOptions<KajabiWebhookOptions>
{
    // A cache cannot expire entries after TimeSpan.MaxValue: every delivery would fail, and none would be deduplicated.
    private static readonly TimeSpan s_maxDeduplicationWindow = TimeSpan.FromDays(3650);

    public ValidateOptionsResult Validate(string? name, KajabiWebhookOptions options)
    {
        List<string> errors = [.. GetErrors(options)];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> GetErrors(KajabiWebhookOptions options)
    {
        if (options.Secrets is not { Count: > 0 })
        {
            yield return "The webhook endpoint requires a secret, because Kajabi does not sign deliveries. Set Secrets, and use the "
                + "secret only in the URL in Kajabi.";
        }

        foreach (string? secret in options.Secrets ?? [])
        {
            if (secret is null || secret.Length < KajabiWebhookOptions.MinSecretLength)
            {
                yield return $"A secret of the webhook endpoint is shorter than {KajabiWebhookOptions.MinSecretLength} characters. "
                    + "Create a random one, for example with 'openssl rand -hex 32'.";
            }
            else if (!secret.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~'))
            {
                yield return "A secret of the webhook endpoint contains characters that need encoding in a URL. "
                    + "Use letters, digits and -._~ only.";
            }
        }

        if (options.MaxRequestBodySize <= 0)
        {
            yield return "MaxRequestBodySize of the webhook endpoint must be positive.";
        }

        if (options.DeduplicationWindow <= TimeSpan.Zero || options.DeduplicationWindow > s_maxDeduplicationWindow)
        {
            yield return $"DeduplicationWindow of the webhook endpoint must be positive and at most {s_maxDeduplicationWindow.Days} days.";
        }
    }
}
