using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading.Filters;

/// <summary>A contact with its customer: the filters of contacts and customers are the same and concern both.</summary>
/// <param name="Row">The resource of the list.</param>
/// <param name="Contact">The contact; null if it was deleted.</param>
/// <param name="Customer">The customer; null if the contact has none.</param>
internal readonly record struct Person(SandboxResource Row, SandboxResource? Contact, SandboxResource? Customer)
{
    public static Person Create(SandboxStore store, SandboxResource row) =>
        row.Type == "customers"
            ? new Person(row, store.GetRelated(row, "contact").FirstOrDefault(), row)
            : new Person(row, row, store.GetRelated(row, "customer").FirstOrDefault());

    /// <summary>Returns an attribute of the resource of the list or, if it has none of this name, of the contact.</summary>
    public string? GetText(string attribute) =>
        Row.Attributes.ContainsKey(attribute) ? Row.GetText(attribute) : Contact?.GetText(attribute);

    /// <summary>Creates a filter on people.</summary>
    public static ResourceFilter Filter(Func<SandboxStore, string, Func<Person, bool>?> filter) =>
        (store, value) => filter(store, value) is { } test ? row => test(Create(store, row)) : null;

    /// <summary>Creates a filter that returns the people with a property for <c>true</c>, and the others for <c>false</c>.</summary>
    public static ResourceFilter Flag(Func<SandboxStore, Func<Person, bool>> property) =>
        CommonFilters.Flag(store =>
        {
            Func<Person, bool> test = property(store);
            return row => test(Create(store, row));
        });
}
