namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The debugger view of a <see cref="NotLoadedList{TResource}"/>.</summary>
/// <param name="list">The list.</param>
internal sealed class NotLoadedListProxy(object list)
{
    public string State { get; } = list.ToString() ?? string.Empty;
}
