namespace Kajabi;

/// <summary>One error of an error response (a JSON:API error object).</summary>
/// <param name="Status">The HTTP status code that the error object contains; null if not sent.</param>
/// <param name="Title">A short summary of the problem; null if not sent.</param>
/// <param name="Detail">A description of the problem; null if not sent.</param>
/// <param name="Pointer">A JSON pointer into the request body, such as <c>/data/attributes/email</c>; null if not sent.</param>
public sealed record ApiError(string? Status, string? Title, string? Detail, string? Pointer)
{
    /// <summary>
    /// Gets the C# property that <see cref="Pointer"/> refers to, such as <c>PhoneNumber</c> for
    /// <c>/data/attributes/phone_number</c> and <c>Site</c> for <c>/data/relationships/site</c>; null if the pointer refers to
    /// no property of the resource that was sent.
    /// </summary>
    public string? PropertyName { get; init; }

    /// <summary>Gets the invalid query parameter, such as <c>page[size]</c>; null if not sent.</summary>
    public string? Parameter { get; init; }

    /// <summary>Gets the error code of the API; null if not sent.</summary>
    public string? Code { get; init; }
}
