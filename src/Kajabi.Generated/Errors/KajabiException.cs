namespace Kajabi;

/// <summary>
/// The root of every error that the SDK raises by itself. Catch it to handle all of them in one place;
/// the derived types tell what happened. Messages never hold a credential or a token.
/// </summary>
public abstract class KajabiException : Exception
{
    /// <summary>Creates the error with a message that names the cause and the remedy.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">The error underneath, or <see langword="null"/> when there is none.</param>
    protected KajabiException(string message, Exception? innerException = null)
        : base(
            UserInfoFilter.Sanitize(message),
            innerException is not null && UserInfoFilter.Contains(innerException) ? UserInfoFilter.Sanitize(innerException) : innerException
        ) { }
}
