using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading.Filters;

/// <summary>
/// Filters on the engagement group of a contact. Kajabi does not publish its rules; here, the last e-mail that a contact opened
/// decides: within 30 days it is healthy, within 90 passive, within 365 unengaged, and otherwise, or without an opened e-mail, inactive.
/// </summary>
internal static class EngagementFilters
{
    public static ResourceFilter Healthy { get; } = Create(0, 30);

    public static ResourceFilter Passive { get; } = Create(30, 90);

    public static ResourceFilter Unengaged { get; } = Create(90, 365);

    public static ResourceFilter Inactive { get; } = Create(365, double.PositiveInfinity);

    private static ResourceFilter Create(double afterDays, double untilDays) =>
        Person.Flag(store =>
        {
            Dictionary<string, DateTimeOffset> lastTimes = ActivityFilters.GetLastTimes(store, ActivityKind.EmailOpened);
            return person =>
            {
                double days =
                    person.Contact is { } contact && lastTimes.TryGetValue(contact.Id, out DateTimeOffset last)
                        ? Math.Max((store.Now - last).TotalDays, double.Epsilon)
                        : double.PositiveInfinity;
                return days > afterDays && days <= untilDays;
            };
        });
}
