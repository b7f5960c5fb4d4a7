namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>What a debugger shows instead of the items of a <see cref="NotLoadedList{TResource}"/>.</summary>
/// <param name="list">The list.</param>
internal sealed class NotLoadedListProxy(object list)
{
    public string State { get; } = list.ToString() ?? string.Empty;
}
