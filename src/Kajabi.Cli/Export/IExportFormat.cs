namespace Kajabi.Cli.Export;

/// <summary>The format of an export. Each page is written independently, so that an export can be resumed.</summary>
internal interface IExportFormat
{
    /// <summary>Writes the text before the first resource.</summary>
    void WriteStart(TextWriter text);

    /// <summary>Writes one page.</summary>
    /// <param name="text">The output.</param>
    /// <param name="page">The resources.</param>
    /// <param name="isFirst">Whether these are the first resources of the export.</param>
    void WritePage(TextWriter text, IReadOnlyList<Resource> page, bool isFirst);

    /// <summary>Writes the text after the last resource.</summary>
    void WriteEnd(TextWriter text);
}
