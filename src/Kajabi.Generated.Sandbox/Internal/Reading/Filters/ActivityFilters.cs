using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading.Filters;

/// <summary>Filters on what happened to a contact.</summary>
internal static class ActivityFilters
{
    /// <summary>People with an activity of these kinds on the subject with the id that is the value.</summary>
    public static ResourceFilter Subject(params string[] kinds) =>
        Person.Filter((store, value) => CreateTest(store, kinds, activity => activity.GetText("subject_id") == value));

    /// <summary>As <see cref="Subject"/>, for ids that are separated by commas.</summary>
    public static ResourceFilter Subjects(params string[] kinds) =>
        Person.Filter(
            (store, value) =>
            {
                string[] ids = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return CreateTest(store, kinds, activity => ids.Contains(activity.GetText("subject_id")));
            }
        );

    /// <summary>People with an activity of these kinds within the past days.</summary>
    public static ResourceFilter InLast(params string[] kinds) =>
        Person.Filter(
            (store, value) =>
                FilterValue.ParsePastDays(value, store.Now) is { } start
                    ? CreateTest(store, kinds, activity => FilterValue.GetTime(activity, "created_at") >= start)
                    : null
        );

    /// <summary>People whose last activity of two kinds on a subject is of the first kind.</summary>
    public static ResourceFilter Latest(string kind, string opposite) =>
        Person.Filter(
            (store, value) =>
            {
                HashSet<string> ids =
                [
                    .. Find(store, [kind, opposite])
                        .Where(activity => activity.GetText("subject_id") == value)
                        .GroupBy(GetContactId)
                        .Where(contact =>
                            contact.OrderBy(static activity => FilterValue.GetTime(activity, "created_at")).Last().GetText("kind") == kind
                        )
                        .Select(static contact => contact.Key),
                ];
                return person => person.Contact is { } contact && ids.Contains(contact.Id);
            }
        );

    /// <summary>Returns whether people have an activity of these kinds.</summary>
    public static Func<Person, bool> CreateTest(SandboxStore store, string[] kinds, Func<SandboxResource, bool>? isMatch = null)
    {
        HashSet<string> ids = [.. Find(store, kinds).Where(activity => isMatch is null || isMatch(activity)).Select(GetContactId)];
        return person => person.Contact is { } contact && ids.Contains(contact.Id);
    }

    /// <summary>Returns the time of the last activity of a kind by the id of the contact.</summary>
    public static Dictionary<string, DateTimeOffset> GetLastTimes(SandboxStore store, string kind) =>
        Find(store, [kind])
            .GroupBy(GetContactId)
            .ToDictionary(
                static contact => contact.Key,
                static contact => contact.Max(static activity => FilterValue.GetTime(activity, "created_at")) ?? default
            );

    private static IEnumerable<SandboxResource> Find(SandboxStore store, string[] kinds) =>
        store
            .GetAll(ContactActivity.Type)
            .Where(activity => kinds.Contains(activity.GetText("kind")) && activity.Relationships["contact"].Ids.Count > 0);

    private static string GetContactId(SandboxResource activity) => activity.Relationships["contact"].Ids[0];
}
