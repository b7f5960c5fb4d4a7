namespace Kajabi.Sandbox;

/// <summary>An error object of a response; see <see cref="SandboxFault.UnprocessableEntity"/>.</summary>
/// <param name="Detail">The message, such as <c>email has already been taken</c>.</param>
/// <param name="SourcePointer">
/// The JSON pointer of the value that is wrong, such as <c>/data/attributes/email</c>. Default: null, none.
/// </param>
public sealed record SandboxError(string Detail, string? SourcePointer = null);
