namespace Kajabi.Benchmarks.Ratios;

/// <summary>
/// The budgets of the SDK: the bytes and ratios of the present reader and writer, and 3 % for other versions of .NET. Lower them after
/// an improvement. A change that needs more states its reason here.
/// </summary>
internal static class Budgets
{
    // Half of the difference between runs on a machine with other work.
    private const double Noise = 0.25;

    /// <summary>Gets all budgets.</summary>
    public static IReadOnlyList<Budget> All { get; } =
    [
        new(Scenarios.Contacts100, ContenderNames.SdkString, Kilobytes: 439.5, Ratio: 2.4, Noise),
        new(Scenarios.Contacts100, ContenderNames.SdkStream, Kilobytes: 443.0, Ratio: 2.4, Noise),
        new(Scenarios.Contacts1000, ContenderNames.SdkString, Kilobytes: 4_212, Ratio: 2.6, Noise),
        new(Scenarios.Contacts1000, ContenderNames.SdkStream, Kilobytes: 4_215, Ratio: 2.6, Noise),
        new(Scenarios.Contacts10000, ContenderNames.SdkString, Kilobytes: 41_707, Ratio: 2.8, Noise),
        new(Scenarios.Contacts10000, ContenderNames.SdkStream, Kilobytes: 41_710, Ratio: 2.8, Noise),
        new(Scenarios.Courses, ContenderNames.SdkString, Kilobytes: 423.9, Ratio: 2.0, Noise),
        new(Scenarios.Courses, ContenderNames.SdkStream, Kilobytes: 427.5, Ratio: 2.0, Noise),
        new(Scenarios.Patch, ContenderNames.SdkString, Kilobytes: 2.6, Ratio: 1.0, Noise),
        new(Scenarios.Patch, ContenderNames.SdkStream, Kilobytes: 3.4, Ratio: 1.2, Noise),
    ];
}
