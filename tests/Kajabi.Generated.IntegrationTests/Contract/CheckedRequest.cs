namespace Kajabi.IntegrationTests.Contract;

/// <summary>A request of the client with the result of the validator.</summary>
/// <param name="Operation">Method and path template of the operation; null if the OpenAPI document does not contain it.</param>
/// <param name="Url">The path and query.</param>
/// <param name="Problems">The violations of the OpenAPI document.</param>
/// <param name="UndeclaredParameters">Query parameters that the API documentation describes but the OpenAPI document omits.</param>
public sealed record CheckedRequest(
    string? Operation,
    string Url,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> UndeclaredParameters
);
