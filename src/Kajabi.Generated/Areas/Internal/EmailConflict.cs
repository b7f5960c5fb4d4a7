namespace Kajabi.Areas.Internal;

/// <summary>Recognizes the error for an e-mail address that already exists on the site.</summary>
internal static class EmailConflict
{
    public static bool Matches(KajabiApiException exception) =>
        exception.Kind == KajabiErrorKind.Validation
        && exception.Errors.Any(static error => IsAboutEmail(error) && ReportsDuplicate(error));

    private static bool IsAboutEmail(ApiError error) => error.Pointer is null || error.Pointer.EndsWith("/email", StringComparison.Ordinal);

    private static bool ReportsDuplicate(ApiError error) =>
        $"{error.Title} {error.Detail}".Contains("has already been taken", StringComparison.OrdinalIgnoreCase);
}
