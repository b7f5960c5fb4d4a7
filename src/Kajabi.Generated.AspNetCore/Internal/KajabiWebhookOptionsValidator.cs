using Microsoft.Extensions.Options;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Says at start what the options lack, without showing a secret.</summary>
internal sealed class KajabiWebhookOptionsValidator : IValidateOptions<KajabiWebhookOptions>
{
    // TimeSpan.MaxValue is no moment that a cache can count to: it would fail at every delivery, and drop none.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(3650);

    public ValidateOptionsResult Validate(string? name, KajabiWebhookOptions options)
    {
        List<string> problems = [.. Problems(options)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(KajabiWebhookOptions options)
    {
        if (options.Secrets is not { Count: > 0 })
        {
            yield return "The webhook endpoint needs a secret, because Kajabi does not sign what it posts. Set Secrets to one that only you and the address in Kajabi hold.";
        }

        foreach (string? secret in options.Secrets ?? [])
        {
            if (secret is null || secret.Length < KajabiWebhookOptions.MinSecretLength)
            {
                yield return $"A secret of the webhook endpoint is shorter than {KajabiWebhookOptions.MinSecretLength} characters. Make a random one, with 'openssl rand -hex 32' for example.";
            }
            else if (!secret.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~'))
            {
                yield return "A secret of the webhook endpoint has characters that an address cannot hold as they are. Use letters, digits and -._~ alone.";
            }
        }

        if (options.MaxRequestBodySize <= 0)
        {
            yield return "MaxRequestBodySize of the webhook endpoint must be positive.";
        }

        if (options.DeduplicationWindow <= TimeSpan.Zero || options.DeduplicationWindow > s_longest)
        {
            yield return $"DeduplicationWindow of the webhook endpoint must be positive and at most {s_longest.Days} days.";
        }
    }
}
