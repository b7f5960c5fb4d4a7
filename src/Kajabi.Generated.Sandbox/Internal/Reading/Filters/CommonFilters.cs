using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading.Filters;

/// <summary>Kinds of filters that several lists have.</summary>
internal static class CommonFilters
{
    /// <summary>Compares the id of the site of a resource or its owner.</summary>
    public static ResourceFilter Site { get; } = static (store, value) => resource => store.GetSiteId(resource) == value;

    /// <summary>Compares the ids of a relationship.</summary>
    public static ResourceFilter Related(string relationship) =>
        (_, value) =>
            resource => resource.Relationships.TryGetValue(relationship, out SandboxRelationship? found) && found.Ids.Contains(value);

    /// <summary>Compares an attribute.</summary>
    public static ResourceFilter Attribute(string attribute, string suffix)
    {
        AttributeFilter filter = new(attribute, suffix);
        return (_, value) => resource => filter.Matches(resource.Attributes[attribute], value);
    }

    /// <summary><c>true</c> returns the resources with a property, <c>false</c> the others.</summary>
    public static ResourceFilter Flag(Func<SandboxStore, Func<SandboxResource, bool>> property) =>
        (store, value) =>
        {
            if (FilterValue.ParseFlag(value) is not { } expected)
            {
                return null;
            }

            Func<SandboxResource, bool> test = property(store);
            return resource => test(resource) == expected;
        };

    public static ResourceFilter Not(ResourceFilter filter) =>
        (store, value) => filter(store, value) is { } test ? resource => !test(resource) : null;

    /// <summary>Compares the day of a time, as written with its offset, with a date.</summary>
    public static ResourceFilter Day(string attribute, Func<int, bool> isMatch) =>
        (_, value) =>
            FilterValue.ParseDay(value) is { } day
                ? resource =>
                    FilterValue.GetTime(resource, attribute) is { } time && isMatch(DateOnly.FromDateTime(time.DateTime).CompareTo(day))
                : null;

    /// <summary>Searches in the names and e-mail addresses of people.</summary>
    public static ResourceFilter Search(Func<SandboxStore, SandboxResource, SandboxResource?> getPerson) =>
        (store, value) =>
            resource =>
                getPerson(store, resource) is { } person
                && (FilterValue.Contains(person.GetText("name"), value) || FilterValue.Contains(person.GetText("email"), value));
}
