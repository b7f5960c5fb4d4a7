using System.Text;
using OpenApi.Documents.Reading;

namespace Kajabi.Composer.CommandLine;

/// <summary>Writes the output file of a command.</summary>
internal static class OutputFile
{
    /// <exception cref="UnreadableFileException">The file cannot be written.</exception>
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
