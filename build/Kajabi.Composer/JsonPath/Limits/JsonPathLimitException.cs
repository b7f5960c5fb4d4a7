namespace Kajabi.Composer.JsonPath.Limits;

/// <summary>Thrown when the evaluation of a query would exceed a limit.</summary>
internal sealed class JsonPathLimitException(string message) : Exception(message);
