namespace Kajabi.Benchmarks.Ratios;

/// <summary>
/// The budgets of the SDK: the bytes and ratios of the present reader and writer, and 3 % for other versions of .NET. Lower them after
/// an improvement. A change that needs more states its reason here.
/// </summary>
internal static class Budgets
{
    /// <summary>
    /// The part by which a measured ratio may exceed its budget: the largest difference between runs on a machine with other work,
    /// except with 10,000 contacts, where collections dominate.
    /// </summary>
    public const double Noise = 0.25;

    /// <summary>Gets all budgets.</summary>
    public static IReadOnlyList<Budget> All { get; } =
    [
        new(Scenarios.Contacts100, ContenderNames.SdkString, Kilobytes: 191.7, Ratio: 0.92),
        new(Scenarios.Contacts100, ContenderNames.SdkStream, Kilobytes: 191.7, Ratio: 0.92),
        new(Scenarios.Contacts1000, ContenderNames.SdkString, Kilobytes: 1_874, Ratio: 0.95),
        new(Scenarios.Contacts1000, ContenderNames.SdkStream, Kilobytes: 1_874, Ratio: 0.95),
        new(Scenarios.Contacts10000, ContenderNames.SdkString, Kilobytes: 18_900, Ratio: 0.95),
        new(Scenarios.Contacts10000, ContenderNames.SdkStream, Kilobytes: 18_900, Ratio: 0.95),
        new(Scenarios.Courses, ContenderNames.SdkString, Kilobytes: 217.0, Ratio: 1.1),
        new(Scenarios.Courses, ContenderNames.SdkStream, Kilobytes: 217.0, Ratio: 1.1),
        new(Scenarios.Patch, ContenderNames.SdkString, Kilobytes: 2.6, Ratio: 1.0),
        new(Scenarios.Patch, ContenderNames.SdkStream, Kilobytes: 1.3, Ratio: 0.75),
        // The pipeline costs at most 3 kB more than HttpClient, which allocates 5.3 kB with the same reader.
        new(Scenarios.Call, ContenderNames.SdkCall, Kilobytes: 8.1, Ratio: 2.3),
    ];
}
