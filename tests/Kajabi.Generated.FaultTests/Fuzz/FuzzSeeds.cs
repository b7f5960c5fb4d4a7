using System.Text;

namespace Kajabi.Tests.Fuzz;

/// <summary>The seeds of the fuzzer: small built-in documents, and the vendor's examples if they are available.</summary>
internal static class FuzzSeeds
{
    /// <summary>The built-in documents. They are the same on every machine, so that a case can be reproduced by its number.</summary>
    public static IReadOnlyList<byte[]> BuiltIn { get; } =
    [
        Encoding.UTF8.GetBytes(TestDocuments.Contact),
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fuzz", "seeds.jsonl")).Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>The built-in documents and the vendor's examples, if available.</summary>
    public static IReadOnlyList<byte[]> All { get; } =
        ReferenceFolder.Path is { } folder
            ?
            [
                .. BuiltIn,
                .. Directory
                    .GetFiles(Path.Combine(folder, "examples"), "*.json", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllBytes),
            ]
            : BuiltIn;
}
