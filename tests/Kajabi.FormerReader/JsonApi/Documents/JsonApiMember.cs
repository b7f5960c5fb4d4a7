namespace Kajabi.JsonApi;

/// <summary>Describes a declared member of a JSON:API object and its C# property.</summary>
/// <param name="Name">The JSON name, such as <c>price_in_cents</c>.</param>
/// <param name="PropertyName">The name of the C# property, such as <c>PriceInCents</c>.</param>
/// <param name="IsReadOnly">Whether only Kajabi sets the member, so that writes never contain it.</param>
public sealed record JsonApiMember(string Name, string PropertyName, bool IsReadOnly = false);
