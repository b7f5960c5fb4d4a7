using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Kajabi.Tests.Resilience;

/// <summary>Compares the retry table with the requests that are sent.</summary>
public sealed class RetryTableTests
{
    private static readonly Dictionary<string, Func<KajabiClient, Task>> s_calls = new()
    {
        ["read"] = static client => client.Contacts.GetContactAsync("7"),
        ["deletion"] = static client => client.Contacts.DeleteContactAsync("7"),
        ["post"] = static client => client.Forms.SubmitFormAsync("7", new FormSubmissionAttributes { Email = "ada@example.org" }),
        ["patch"] = static client => client.Contacts.UpdateContactAsync("7", new ContactAttributes { Name = "Ada" }),
        ["grant"] = static client => client.Contacts.GrantContactOffersAsync("7", ["1"], WelcomeEmail.DoNotSend),
        ["removal"] = static client => client.Contacts.RemoveContactTagsAsync("7", ["1"]),
        ["verb"] = static client => client.Purchases.CancelPurchaseSubscriptionAsync("7"),
    };

    private static readonly Dictionary<string, Action<ScriptedKajabi>> s_failures = new()
    {
        ["refused"] = static kajabi => kajabi.Then(new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
        ["unknown host"] = static kajabi => kajabi.Then(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host")),
        ["handshake broken"] = static kajabi =>
            kajabi.Then(new HttpRequestException(HttpRequestError.SecureConnectionError, "broken", new IOException())),
        ["certificate rejected"] = static kajabi =>
            kajabi.Then(new HttpRequestException(HttpRequestError.SecureConnectionError, "refused", new AuthenticationException())),
        ["reset"] = static kajabi =>
            kajabi.Then(new HttpRequestException("An error occurred while sending the request.", new IOException())),
        ["half a response"] = static kajabi => kajabi.ThenTruncatedResponse(),
        ["503 in a second"] = static kajabi =>
            kajabi.Then(HttpStatusCode.ServiceUnavailable, new RetryConditionHeaderValue(TimeSpan.FromSeconds(1))),
    };

    [Theory]
    [InlineData("read", "refused 429 503 500 502 504 408 522 reset half+a+response 503+in+a+second handshake+broken unknown+host")]
    [InlineData("deletion", "refused 429 503 500 502 504 408 522 reset 503+in+a+second handshake+broken unknown+host")]
    [InlineData("post", "refused 429 handshake+broken unknown+host")]
    [InlineData("patch", "refused 429 handshake+broken unknown+host")]
    [InlineData("grant", "refused 429 handshake+broken unknown+host")]
    [InlineData("removal", "refused 429 handshake+broken unknown+host")]
    [InlineData("verb", "refused 429 handshake+broken unknown+host")]
    public async Task A_request_is_retried_after(string call, string failures)
    {
        foreach (string failure in failures.Split(' ').Select(static failure => failure.Replace('+', ' ')))
        {
            Assert.Equal((failure, 2), (failure, await CountAsync(call, failure)));
        }
    }

    [Theory]
    [InlineData("read", "501 404 400 422 certificate+rejected")]
    [InlineData("deletion", "404 422 certificate+rejected")]
    [InlineData("post", "503 500 502 504 408 522 reset half+a+response 503+in+a+second certificate+rejected")]
    [InlineData("patch", "503 500 502 504 408 522 reset half+a+response 503+in+a+second certificate+rejected")]
    [InlineData("grant", "503 500 502 504 408 522 reset half+a+response 503+in+a+second certificate+rejected")]
    [InlineData("removal", "503 500 502 504 408 522 reset half+a+response 503+in+a+second certificate+rejected")]
    [InlineData("verb", "503 500 502 504 408 522 reset half+a+response 503+in+a+second certificate+rejected")]
    public async Task A_request_is_not_retried_after(string call, string failures)
    {
        foreach (string failure in failures.Split(' ').Select(static failure => failure.Replace('+', ' ')))
        {
            Assert.Equal((failure, 1), (failure, await CountAsync(call, failure)));
        }
    }

    [Theory]
    [InlineData("503 in a second", 2)]
    [InlineData("503", 1)]
    [InlineData("500", 1)]
    public async Task A_write_is_retried_after_a_503_with_Retry_After_if_the_options_allow_it(string failure, int sent)
    {
        Assert.Equal(sent, await CountAsync("post", failure, static options => options.Retry.RetryWritesOnServiceUnavailable = true));
    }

    [Fact]
    public void The_documentation_contains_the_retry_table()
    {
        string page = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "docs", "errors-and-retries.md"));

        Assert.All(
            RetryTable.Rows,
            row =>
                Assert.Contains(
                    $"| {row.Description} | {Format(row.Read)} | {Format(row.IdempotentWrite)} | {Format(row.TokenRequest)} | "
                        + $"{Format(row.Write)} | {(row.MayHaveBeenProcessed ? "yes" : "no")} |",
                    page,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void The_documentation_contains_no_other_row()
    {
        string page = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "docs", "errors-and-retries.md"));
        string[] table = page[page.IndexOf("| How an attempt ends |", StringComparison.Ordinal)..].Split("\n\n")[0].Split('\n');

        Assert.Equal(
            RetryTable.Rows.Select(static row => row.Description),
            table.Skip(2).Select(static line => line.Split(" | ")[0].TrimStart('|', ' '))
        );
    }

    [Fact]
    public void Every_outcome_has_one_row() =>
        Assert.Equal(Enum.GetValues<AttemptOutcome>().Order(), RetryTable.Rows.Select(static row => row.Outcome).Order());

    private static string Format(RetryDecision decision) =>
        decision switch
        {
            RetryDecision.Yes => "yes",
            RetryDecision.IfAllowed => "if allowed",
            _ => "no",
        };

    private static async Task<int> CountAsync(string call, string failure, Action<KajabiClientOptions>? configure = null)
    {
        using ScriptedKajabi kajabi = new(configure);
        if (s_failures.TryGetValue(failure, out Action<ScriptedKajabi>? fail))
        {
            fail(kajabi);
        }
        else
        {
            kajabi.Then((HttpStatusCode)int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture));
        }

        await kajabi.CallAsync(s_calls[call]);
        return kajabi.Sent.Count;
    }
}
