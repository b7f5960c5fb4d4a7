using Microsoft.Extensions.Options;

namespace Kajabi.OfferLinks.Internal;

/// <summary>Validates <see cref="OfferLinkClientOptions"/> at startup instead of at the first request.</summary>
internal sealed class OfferLinkClientOptionsValidator : IValidateOptions<OfferLinkClientOptions>
{
    public static void ThrowIfInvalid(OfferLinkClientOptions options)
    {
        if (GetErrors(options).FirstOrDefault() is { } error)
        {
            throw new ArgumentException(error, nameof(options));
        }
    }

    public ValidateOptionsResult Validate(string? name, OfferLinkClientOptions options)
    {
        List<string> errors = [.. GetErrors(options)];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> GetErrors(OfferLinkClientOptions options) =>
        KajabiClientOptionsValidator.ValidateRequests(options.ToClientOptions());
}
