namespace Kajabi.JsonApi;

/// <summary>One declared member of an object on the wire, and the property that stands for it.</summary>
/// <param name="Name">The name on the wire, such as <c>price_in_cents</c>.</param>
/// <param name="PropertyName">The C# property, such as <c>PriceInCents</c>.</param>
/// <param name="IsReadOnly">Whether Kajabi sets it, so that it is never part of a write.</param>
public sealed record JsonApiMember(string Name, string PropertyName, bool IsReadOnly = false);
