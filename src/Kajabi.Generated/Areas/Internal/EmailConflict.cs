namespace Kajabi.Areas.Internal;

/// <summary>Recognises the refusal of an e-mail address that a site has already.</summary>
internal static class EmailConflict
{
    public static bool IsIn(KajabiApiException exception) =>
        exception.Kind == KajabiErrorKind.Validation && exception.Errors.Any(static error => IsAboutEmail(error) && SaysTaken(error));

    private static bool IsAboutEmail(ApiError error) => error.Pointer is null || error.Pointer.EndsWith("/email", StringComparison.Ordinal);

    private static bool SaysTaken(ApiError error) =>
        $"{error.Title} {error.Detail}".Contains("has already been taken", StringComparison.OrdinalIgnoreCase);
}
