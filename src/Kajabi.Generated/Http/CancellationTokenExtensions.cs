namespace Kajabi.Http;

/// <summary>Extensions of <see cref="CancellationToken"/>.</summary>
internal static class CancellationTokenExtensions
{
    /// <summary>
    /// Cancels a source with the token, until the result is disposed. It allocates less than a linked source beside a source with a
    /// timeout.
    /// </summary>
    public static CancellationTokenRegistration CancelAlso(this CancellationToken cancellationToken, CancellationTokenSource source) =>
        cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
}
