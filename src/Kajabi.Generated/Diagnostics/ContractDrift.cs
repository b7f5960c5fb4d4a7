namespace Kajabi;

/// <summary>
/// Something that an answer held and the contract does not list; see <see cref="KajabiClientOptions.OnContractDrift"/>.
/// Nothing was lost by it. Holds names and listed kinds of values, never the value of an attribute.
/// </summary>
/// <remarks>
/// Resources, their attributes, nested objects and lists of them, and their relationships are looked at; of something
/// unknown its outermost name is told. Not looked at are members of the document beside <c>data</c> and <c>included</c>,
/// of <c>links</c> and <c>meta</c>, error documents, the answers of the token endpoint, and webhook deliveries, of which
/// <see cref="JsonApiObject.AdditionalMembers"/> and <see cref="UnknownResource"/> tell.
/// </remarks>
/// <param name="Kind">What it is.</param>
/// <param name="ResourceType">The wire type of the resource that held it; null outside any resource, and where it looks like no name.</param>
/// <param name="Path">The JSON path from the resource on, such as <c>attributes.status</c>, positions left out and <c>*</c> for what looks like no name.</param>
/// <param name="Value">The value of an enumeration or the resource type; null for the other kinds, and for one that looks like no name.</param>
/// <param name="Operation">Method and path template of the call that saw it first, such as <c>GET /v1/contacts/{id}</c>.</param>
public sealed record ContractDrift(ContractDriftKind Kind, string? ResourceType, string Path, string? Value, string Operation);
