using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kajabi.Tests.Auth;

/// <summary>Messages about invalid credentials contain the cause and the remedy.</summary>
public sealed class CredentialMessageTests
{
    private const string Missing =
        "Credentials are required. Create an API key on the security page of the admin portal and set ClientId and ClientSecret, or set "
        + "RefreshToken, AccessToken or AccessTokenProvider.";

    private const string WhiteSpace =
        "ClientId, ClientSecret or RefreshToken contains a line break, or white space at its start or end, as when it is read from a file. "
        + "Trim it.";

    private const string OneMethod = "Only one authentication method can be set, but the options contain ";

    [Theory]
    [InlineData(null, null, null, null, false, Missing)]
    [InlineData(" ", " ", null, null, false, Missing)]
    [InlineData("c", null, null, null, false, "ClientId and ClientSecret must be set together.")]
    [InlineData(null, "s", "r", null, false, "ClientId and ClientSecret must be set together.")]
    [InlineData("c ", "s", null, null, false, WhiteSpace)]
    [InlineData("c", "s\n", null, null, false, WhiteSpace)]
    [InlineData("c", "s\ns", null, null, false, WhiteSpace)]
    [InlineData(null, null, " r", null, false, WhiteSpace)]
    [InlineData(null, null, null, "a b", false, "AccessToken must be printable ASCII without spaces and without the scheme Bearer.")]
    [InlineData("c", "s", null, "t", false, OneMethod + "ClientId, ClientSecret or RefreshToken, and AccessToken. Keep one.")]
    [InlineData(null, null, "r", null, true, OneMethod + "ClientId, ClientSecret or RefreshToken, and AccessTokenProvider. Keep one.")]
    [InlineData(null, null, null, "t", true, OneMethod + "AccessToken, and AccessTokenProvider. Keep one.")]
    public void Invalid_credentials_are_an_error(string? id, string? secret, string? refresh, string? token, bool hasProvider, string error)
    {
        KajabiClientOptions options = Create(id, secret, refresh, token, hasProvider);

        ArgumentException exception = Assert.Throws<ArgumentException>("options", () => new KajabiClient(options));

        Assert.Equal($"{error} (Parameter 'options')", exception.Message);
    }

    [Theory]
    [InlineData("c", "s", null, null, false)]
    [InlineData("c", "s", "r", null, false)]
    [InlineData(null, null, "r", null, false)]
    [InlineData(null, null, null, "!~", false)]
    [InlineData("", "", "", "", true)]
    public void Each_authentication_method_is_valid_alone(string? id, string? secret, string? refresh, string? token, bool hasProvider)
    {
        using KajabiClient client = new(Create(id, secret, refresh, token, hasProvider));
    }

    [Theory]
    [InlineData(
        AccessTokenSharing.Unprotected,
        "AccessTokenSharing.Unprotected works with client credentials only, which every process has. Set only ClientId and ClientSecret, "
            + "or use AccessTokenSharing.None.",
        "AccessTokenSharing.Unprotected requires a HybridCache. Register the client with AddKajabi, and the cache with "
            + "services.AddHybridCache() and a distributed cache such as Redis."
    )]
    [InlineData(
        AccessTokenSharing.Protected,
        "AccessTokenSharing.Protected works with client credentials only, which every process has. Set only ClientId and ClientSecret, "
            + "or use AccessTokenSharing.None.",
        "AccessTokenSharing.Protected requires a HybridCache. Register the client with AddKajabi, and the cache with "
            + "services.AddHybridCache() and a distributed cache such as Redis.",
        "AccessTokenSharing.Protected requires an IDataProtectionProvider. Register one with services.AddDataProtection() and keys that "
            + "all processes share, or use AccessTokenSharing.Unprotected."
    )]
    [InlineData((AccessTokenSharing)7, "AccessTokenSharing.7 is not defined. Use one of None, Protected, Unprotected.")]
    [InlineData(AccessTokenSharing.None)]
    public void Each_requirement_of_token_sharing_is_reported(AccessTokenSharing sharing, params string[] errors)
    {
        ServiceCollection services = new();
        services.AddKajabi(options => (options.RefreshToken, options.AccessTokenSharing) = ("r", sharing));
        using ServiceProvider provider = services.BuildServiceProvider();

        Exception? exception = Record.Exception(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(errors, (exception as OptionsValidationException)?.Failures ?? []);
    }

    private static KajabiClientOptions Create(string? id, string? secret, string? refresh, string? token, bool hasProvider) =>
        new()
        {
            ClientId = id,
            ClientSecret = secret,
            RefreshToken = refresh,
            AccessToken = token,
            AccessTokenProvider = hasProvider ? new UnusedProvider() : null,
        };

    private sealed class UnusedProvider : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken) =>
            throw new InvalidOperationException();
    }
}
