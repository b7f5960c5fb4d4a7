namespace Kajabi.Cli;

/// <summary>Thrown for a usage error. The message states the problem and how to fix it.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>Returns the message of the SDK without the name of its parameter, which the user of the command does not know.</summary>
    public static string GetProblem(ArgumentException exception) =>
        exception.Message.Replace($" (Parameter '{exception.ParamName}')", string.Empty, StringComparison.Ordinal);
}
