namespace Kajabi.Contract.Reading;

/// <summary>A file that cannot be read or understood at all, which is another thing than one with findings.</summary>
internal sealed class UnreadableFileException(string path, int line, int column, string problem)
    : Exception($"{path}({line},{column}): error KC0000: {problem}");
