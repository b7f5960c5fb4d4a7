namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>Thrown when a pattern is not an I-Regexp.</summary>
internal sealed class RegexpSyntaxException : Exception;
