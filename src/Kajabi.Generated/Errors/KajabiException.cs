namespace Kajabi;

/// <summary>
/// Base class of all exceptions thrown by the SDK. Catch it to handle all of them in one place. Messages never contain
/// credentials or tokens.
/// </summary>
public abstract class KajabiException : Exception
{
    /// <summary>Initializes a new instance with a message and the exception that caused it.</summary>
    /// <param name="message">The message: the cause, and how to fix it.</param>
    /// <param name="innerException">The exception that caused this one; null if there is none.</param>
    protected KajabiException(string message, Exception? innerException = null)
        : base(UserInfoRedactor.Redact(message), Redact(innerException)) { }

    private static Exception? Redact(Exception? exception) =>
        exception is not null && UserInfoRedactor.Contains(exception) ? UserInfoRedactor.Redact(exception) : exception;
}
