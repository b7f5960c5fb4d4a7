namespace Kajabi;

/// <summary>Stands in for the generated registry until the generator emits it.</summary>
internal static class GeneratedResources
{
    public static IReadOnlyList<string> Names { get; } = [];

    public static Resource? Create(string type) => null;
}
