namespace Kajabi.Cli.Export;

/// <summary>How resources stand in a file. Each page is written by itself, so that a file can be gone on with.</summary>
internal interface IExportFormat
{
    /// <summary>Writes what stands before the first resource.</summary>
    void WriteStart(TextWriter text);

    /// <summary>Writes one page.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="page">The resources.</param>
    /// <param name="isFirst">Whether no resource stands before them.</param>
    void WritePage(TextWriter text, IReadOnlyList<Resource> page, bool isFirst);

    /// <summary>Writes what stands after the last resource.</summary>
    void WriteEnd(TextWriter text);
}
