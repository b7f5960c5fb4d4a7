namespace Kajabi;

/// <summary>
/// A difference between a response and the OpenAPI document; see <see cref="KajabiClientOptions.OnContractDrift"/>. No data is
/// lost. Contains names and enumeration values, never the value of another attribute.
/// </summary>
/// <remarks>
/// Compared are resources with their attributes, nested objects and lists, and relationships; only the outermost name of an
/// unknown member is reported. Not compared are document members other than <c>data</c> and <c>included</c>, members of
/// <c>links</c> and <c>meta</c>, error responses, responses of the token endpoint, and webhook deliveries; use
/// <see cref="JsonApiObject.AdditionalMembers"/> and <see cref="UnknownResource"/> for those.
/// </remarks>
/// <example>
/// <code>
/// KajabiClientOptions options = new()
/// {
///     ClientId = "client-id",
///     ClientSecret = "client-secret",
///     OnContractDrift = drift =&gt; Console.WriteLine($"{drift.Operation}: {drift.Kind} at {drift.Path} of {drift.ResourceType}"),
/// };
/// </code>
/// </example>
/// <param name="Kind">The kind of difference.</param>
/// <param name="ResourceType">
/// The JSON:API type of the resource; null outside of a resource, and when the type does not look like a name.
/// </param>
/// <param name="Path">
/// The JSON path within the resource, such as <c>attributes.status</c>, without array indexes; <c>*</c> replaces a member that
/// does not look like a name.
/// </param>
/// <param name="Value">
/// The enumeration value or the resource type; null for the other kinds, and when the value does not look like a name.
/// </param>
/// <param name="Operation">
/// Method and path template of the request that first had the difference, such as <c>GET /v1/contacts/{id}</c>.
/// </param>
public sealed record ContractDrift(ContractDriftKind Kind, string? ResourceType, string Path, string? Value, string Operation);
