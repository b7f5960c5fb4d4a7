namespace Kajabi.Tests;

/// <summary>A file of the repository with generated text, which a review reads.</summary>
internal static class RecordedFile
{
    /// <summary>Asserts that the file has the text, or writes it if the environment variable is <c>1</c>.</summary>
    /// <param name="name">The path in the repository.</param>
    /// <param name="text">The generated text.</param>
    /// <param name="variable">The environment variable that updates the file.</param>
    /// <param name="updateCommand">The command that updates the file.</param>
    public static void AssertMatches(string name, string text, string variable, string updateCommand)
    {
        string file = Path.Combine(ReferenceFolder.RepositoryRoot(), name);
        if (Environment.GetEnvironmentVariable(variable) == "1")
        {
            File.WriteAllText(file, text);
            return;
        }

        string[] recorded = File.Exists(file) ? File.ReadAllLines(file) : [];
        string[] generated = text.TrimEnd('\n').Split('\n');
        int line = generated.Zip(recorded).TakeWhile(static pair => pair.First == pair.Second).Count();
        Assert.True(
            line == generated.Length && line == recorded.Length,
            $"""
            {name} differs from the generated text, first in line {line + 1}:
              file:      {recorded.ElementAtOrDefault(line)?.Trim()}
              generated: {generated.ElementAtOrDefault(line)?.Trim()}
            If this is intended, update the file and review the difference: {updateCommand}
            """
        );
    }
}
