namespace Kajabi.Benchmarks.Ratios;

/// <summary>A way to read the document of a scenario, or to write its body.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Run">Runs it once and returns the result.</param>
/// <param name="Describe">
/// Returns the content of the result as text, which is equal for all contenders of a scenario. Null: the contender only reads tokens.
/// </param>
internal sealed record Contender(string Name, Func<object> Run, Func<object, string>? Describe = null)
{
    public static Contender Create<T>(string name, Func<T> run, Func<T, string> describe)
        where T : class => new(name, run, result => describe((T)result));
}
