namespace Kajabi.IntegrationTests.Contract;

/// <summary>A request that left the client, as the validator saw it.</summary>
/// <param name="Operation">Method and path template of the operation that it is; null when it is none of the contract.</param>
/// <param name="Url">Path and query as they were sent.</param>
/// <param name="Problems">What breaks the contract.</param>
/// <param name="DeviationCollector">Query parameters that the API's documentation describes and its contract leaves out.</param>
public sealed record CheckedRequest(
    string? Operation,
    string Url,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> DeviationCollector
);
