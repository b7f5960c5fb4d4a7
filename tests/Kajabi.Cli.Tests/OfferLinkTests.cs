using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary><c>grant --link</c> and <c>revoke --link</c>, without an API key. The link is a secret.</summary>
public sealed class OfferLinkTests : IAsyncLifetime
{
    private const string MarkedLink = "https://checkout.kajabi.com/webhooks/offers/secret-marker/1/activate";

    private static readonly string[] s_member = ["--name", "Mila Osei", "--email", "mila@example.com", "--external-id", "m-1"];

    private KajabiSandbox? _sandbox;

    private string Link => _sandbox!.GetOfferLink("456").AbsoluteUri;

    private string Token => new Uri(Link).AbsolutePath.Split('/')[3];

    public async Task InitializeAsync() => _sandbox = await KajabiSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox!.DisposeAsync();

    [Fact]
    public async Task An_offer_is_granted_and_revoked_with_the_link_of_the_environment()
    {
        Dictionary<string, string> environment = new() { ["KAJABI_OFFER_LINK"] = $"{Link}\n" };

        CliResult[] results =
        [
            await InProcessCli.RunAsync(environment, ["grant", "--link", .. s_member, "--no-welcome-email"]),
            await InProcessCli.RunAsync(environment, ["grant", "--link", .. s_member, "--welcome-email", "--json"]),
            await InProcessCli.RunAsync(environment, ["revoke", .. s_member, "--link"]),
            await InProcessCli.RunAsync(environment, ["revoke", "--link", .. s_member, "--json"]),
        ];

        Assert.All(results, static result => Assert.Equal((0, string.Empty), (result.ExitCode, result.Error)));
        Assert.Equal("member m-1 granted: the offer of the link\n", results[0].Output);
        Assert.Equal(("m-1", "already_granted"), ((string?)results[1].Json["external_user_id"], (string?)results[1].Json["action"]));
        Assert.Equal("member m-1 revoked: the offer of the link\n", results[2].Output);
        Assert.Equal("not_granted", (string?)results[3].Json["action"]);
        Assert.All(results, result => Assert.DoesNotContain(Token, result.Output + result.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("pipe")]
    [InlineData("prompt")]
    [InlineData("value")]
    public async Task The_link_is_read_from_other_sources(string source)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("link.txt");
        await File.WriteAllTextAsync(file, Link + Environment.NewLine);
        string value = source switch
        {
            "file" => $"@{file}",
            "value" => Link,
            _ => "-",
        };
        using StringReader input = new($"{Link}\nanother line");
        using StringWriter output = new();
        using StringWriter error = new();
        Terminal terminal = new(
            output,
            error,
            static _ => null,
            In: source == "prompt" ? input : null,
            RedirectedIn: source == "pipe" ? input : null
        );

        int exitCode = await CliApplication.RunAsync(["grant", "--link", value, .. s_member, "--no-welcome-email"], terminal);

        Assert.Equal((0, source == "prompt" ? "kajabi: link of the offer: " : string.Empty), (exitCode, error.ToString()));
        Assert.Contains("granted", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_is_read_from_redirected_standard_input()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("link.txt"), Link);

        CliResult result = await CliProcess.RunInShellAsync(
            new Dictionary<string, string>(),
            $"< {folder.File("link.txt")}",
            ["grant", "--link", "-", .. s_member, "--no-welcome-email"]
        );

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal("member m-1 granted: the offer of the link\n", result.Output);
    }

    [Theory]
    [InlineData("KAJABI_OFFER_LINK is not set", "--link")]
    [InlineData("standard input, which is not available", "--link", "-")]
    [InlineData("cannot be read", "--link", "@missing.txt")]
    [InlineData("--link @file", "--link", "kajabi.dll")]
    [InlineData("is not one of Kajabi's", "--link", "https://example.org/webhooks/offers/secret-marker/1/activate")]
    [InlineData("The path of the offer link", "--link", "https://checkout.kajabi.com/offers/secret-marker")]
    [InlineData("use --link without @", "--link", $"@{MarkedLink}")]
    [InlineData("omit the type", "contacts", "7", "456", "--link")]
    public async Task An_unusable_link_is_a_usage_error_without_the_link(string expected, params string[] arguments)
    {
        CliResult result = await InProcessCli.RunAsync(
            new Dictionary<string, string>(),
            ["grant", .. arguments, .. s_member, "--no-welcome-email"]
        );

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-marker", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MarkedLink)]
    [InlineData("grant", MarkedLink, "--welcome-email")]
    [InlineData("grant", "contacts", "7", MarkedLink, "--welcome-email")]
    [InlineData("grant", "--link", "--welcome-email", MarkedLink)]
    [InlineData("grant", "--link", MarkedLink, "--name", MarkedLink)]
    [InlineData("revoke", "--lnk", MarkedLink)]
    [InlineData("revoke", $"--lnk={MarkedLink}")]
    [InlineData("list", "contacts", "--link", MarkedLink)]
    [InlineData("get", "contacts", "/Webhooks/Offers/secret-marker")]
    [InlineData("trigger", "purchase.created", "--to", MarkedLink)]
    public async Task A_link_at_a_wrong_place_is_a_usage_error_without_the_link(params string[] arguments)
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), arguments);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("use --link of grant or revoke", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-marker", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parse_error_does_not_quote_a_link()
    {
        CliResult result = await InProcessCli.RunAsync(
            new Dictionary<string, string>(),
            ["list", "contacts", "--to", "http://127.0.0.1:1/webhooks/offers/secret-marker"]
        );

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("use --link of grant or revoke", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-marker", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_may_have_the_path_of_a_link()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("{}");
        string endpoint = $"{api.Environment["KAJABI_BASE_URL"].TrimEnd('/')}/webhooks/offers/created";

        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), ["trigger", "tag_added", "--to", endpoint]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("/webhooks/offers/created", Assert.Single(api.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_a_usage_error()
    {
        Dictionary<string, string> environment = new() { ["KAJABI_OFFER_LINK"] = Link };

        CliResult result = await InProcessCli.RunAsync(
            environment,
            ["revoke", "--link", "--name", "Mila \ud83d", "--email", "mila@example.com", "--external-id", "m-1"]
        );

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("The Name of the member contains half of a surrogate pair", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--link requires --name", "grant", "--link", "x", "--email", "a@example.com", "--no-welcome-email")]
    [InlineData("--welcome-email or --no-welcome-email", "grant", "--link", "x", "--name", "A", "--email", "a@b", "--external-id", "1")]
    [InlineData("--email belongs to --link", "revoke", "contacts", "7", "456", "--email", "a@example.com")]
    [InlineData("or the link of an offer with --link", "grant", "--no-welcome-email")]
    [InlineData("The id of an offer is empty or missing", "revoke", "contacts", "7")]
    [InlineData("The id is empty or invalid", "revoke", "contacts")]
    public async Task Missing_values_are_usage_errors(string expected, params string[] arguments)
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), arguments);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_values_and_an_unknown_link_are_errors_of_the_API()
    {
        Dictionary<string, string> environment = new() { ["KAJABI_OFFER_LINK"] = Link };

        CliResult rejected = await InProcessCli.RunAsync(
            environment,
            ["grant", "--link", "--name", "Mila", "--email", "mila", "--external-id", "m-1", "--no-welcome-email"]
        );
        environment["KAJABI_OFFER_LINK"] = Link.Replace("/456/", "/9/", StringComparison.Ordinal);
        CliResult unknown = await InProcessCli.RunAsync(environment, ["revoke", "--link", .. s_member]);

        Assert.Equal((1, 1), (rejected.ExitCode, unknown.ExitCode));
        Assert.Contains("email: is invalid", rejected.Error, StringComparison.Ordinal);
        Assert.Contains("copy it again from the webhooks of the offer", unknown.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, rejected.Error + unknown.Error, StringComparison.Ordinal);
    }
}
