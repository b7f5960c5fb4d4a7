namespace Kajabi;

/// <summary>One error out of an answer.</summary>
/// <param name="Status">The HTTP status as the error names it; null when not sent.</param>
/// <param name="Title">What is wrong in a few words; null when not sent.</param>
/// <param name="Detail">What is wrong in a sentence; null when not sent.</param>
/// <param name="Pointer">Where in the body it is wrong, such as <c>/data/attributes/email</c>; null when not sent.</param>
public sealed record ApiError(string? Status, string? Title, string? Detail, string? Pointer);
