namespace Kajabi.Errors.Internal;

/// <summary>The errors of a response, up to a limit.</summary>
/// <param name="Errors">The errors.</param>
/// <param name="HasMore">Whether the response contains more.</param>
internal sealed record ErrorList(IReadOnlyList<ApiError> Errors, bool HasMore)
{
    public static ErrorList Empty { get; } = new([], HasMore: false);
}
