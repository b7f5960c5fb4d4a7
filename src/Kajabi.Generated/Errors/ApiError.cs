namespace Kajabi;

/// <summary>One error out of an answer.</summary>
/// <param name="Status">The HTTP status as the error names it; null when not sent.</param>
/// <param name="Title">What is wrong in a few words; null when not sent.</param>
/// <param name="Detail">What is wrong in a sentence; null when not sent.</param>
/// <param name="Pointer">Where in the body it is wrong, such as <c>/data/attributes/email</c>; null when not sent.</param>
public sealed record ApiError(string? Status, string? Title, string? Detail, string? Pointer)
{
    /// <summary>
    /// The C# property that <see cref="Pointer"/> means, such as <c>PhoneNumber</c> for <c>/data/attributes/phone_number</c>
    /// and <c>Site</c> for <c>/data/relationships/site</c>; null when the pointer means none of the resource that was sent.
    /// </summary>
    public string? PropertyName { get; init; }

    /// <summary>The query parameter that is wrong, such as <c>page[size]</c>; null when not sent.</summary>
    public string? Parameter { get; init; }

    /// <summary>The API's own code for the problem; null when not sent.</summary>
    public string? Code { get; init; }
}
