using System.Text;
using Kajabi.Contract.Reading;

namespace Kajabi.Contract.Reporting;

/// <summary>Writes what a command was asked to write.</summary>
internal static class ReportFile
{
    /// <exception cref="UnreadableFileException">The place cannot be written to.</exception>
    public static void Write(string text, string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(path, 1, 1, $"The file cannot be written: {exception.Message}");
        }
    }
}
