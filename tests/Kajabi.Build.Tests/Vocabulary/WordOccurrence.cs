namespace Kajabi.Build.Tests.Vocabulary;

/// <summary>A listed word in a file.</summary>
/// <param name="Path">The file, relative to the repository.</param>
/// <param name="Line">The line, starting at 1; 0 for the name of the file or of a folder above it.</param>
/// <param name="Word">The word.</param>
/// <param name="Term">The term to use instead.</param>
internal sealed record WordOccurrence(string Path, int Line, string Word, string Term)
{
    public override string ToString() => Line == 0 ? $"{Path}: name: '{Word}' (use: {Term})" : $"{Path}:{Line}: '{Word}' (use: {Term})";
}
