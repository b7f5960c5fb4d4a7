using System.Net;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Tests;

/// <summary>The messages of API errors.</summary>
public sealed class ApiErrorFormatterTests
{
    public static TheoryData<KajabiErrorKind, int?> Failures
    {
        get
        {
            TheoryData<KajabiErrorKind, int?> failures = [];
            foreach (KajabiErrorKind kind in Enum.GetValues<KajabiErrorKind>())
            {
                failures.Add(kind, null);
                failures.Add(kind, 200);
                failures.Add(kind, 408);
                failures.Add(kind, 503);
            }

            return failures;
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void The_message_states_that_a_request_may_have_been_processed_if_the_exception_does(KajabiErrorKind kind, int? status)
    {
        foreach (bool mayHaveBeenProcessed in (bool[])[false, true])
        {
            KajabiApiException exception = new(kind, "POST /v1/contacts failed.", new HttpRequestException(HttpRequestError.ResponseEnded))
            {
                Method = "POST",
                PathTemplate = "/v1/contacts",
                StatusCode = (HttpStatusCode?)status,
                MayHaveBeenProcessed = mayHaveBeenProcessed,
            };

            string text = ApiErrorFormatter.Format(exception);

            Assert.Equal(
                mayHaveBeenProcessed,
                text.Contains("The API may have processed the request: check before you run the command again", StringComparison.Ordinal)
            );
            Assert.Contains("POST /v1/contacts", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_list_of_100_errors_is_truncated()
    {
        KajabiApiException exception = new(KajabiErrorKind.Validation, "No.")
        {
            StatusCode = HttpStatusCode.UnprocessableEntity,
            Errors = [.. Enumerable.Range(1, 100).Select(static number => new ApiError("422", $"reason-{number}", null, null))],
            HasMoreErrors = true,
        };

        string text = ApiErrorFormatter.Format(exception);

        Assert.Contains("reason-20; and more", text, StringComparison.Ordinal);
        Assert.DoesNotContain("reason-21", text, StringComparison.Ordinal);
    }
}
