using System.CommandLine;
using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Sources;

/// <summary>Reads OpenAPI documents from files, URLs, Git revisions and standard input.</summary>
internal sealed class DocumentSource
{
    /// <summary>The forms in which a document can be specified, for help texts.</summary>
    public const string Forms = "a file, an http(s) URL, <revision>:<path> in Git, or - for standard input";

    private const string StandardInput = "-";

    public static DocumentSource Default { get; } = new();

    /// <summary>Gets the folder in which Git is started.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Gets the function that opens standard input.</summary>
    public Func<Stream> OpenStandardInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Gets the function that creates the HTTP handler.</summary>
    public Func<HttpMessageHandler> CreateHandler { get; init; } = DocumentDownload.CreateHandler;

    /// <summary>Gets the maximum duration of a download or of Git.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Rejects a command line that reads standard input twice.</summary>
    /// <param name="command">The command.</param>
    /// <param name="documents">The documents, each of which is read.</param>
    /// <param name="overlays">The overlays. The same one is read once.</param>
    public static void RequireSingleStandardInput(
        Command command,
        IReadOnlyList<Argument<string>> documents,
        params IReadOnlyList<Option<string?>> overlays
    ) =>
        command.Validators.Add(result =>
        {
            int count = documents.Count(document => result.GetValue(document) == StandardInput);
            if (overlays.Any(overlay => result.GetValue(overlay) == StandardInput))
            {
                count++;
            }

            if (count > 1)
            {
                result.AddError("Standard input (-) can be read only once.");
            }
        });

    /// <summary>Returns the local path beside which other files are searched; empty if the document is not in a folder.</summary>
    public static string LocalPath(string specified) =>
        specified == StandardInput || DocumentDownload.IsUrl(specified) ? string.Empty
        : GitRevision.Parse(specified) is { } revision ? revision.Path
        : specified;

    /// <exception cref="UnreadableFileException">The document cannot be read. The message contains no credentials.</exception>
    public SourceFile Load(string specified)
    {
        if (specified == StandardInput)
        {
            return SourceFile.Read("standard input", OpenStandardInput);
        }

        if (DocumentDownload.IsUrl(specified))
        {
            return new DocumentDownload(specified, CreateHandler, Timeout).Load();
        }

        return GitRevision.Parse(specified) is { } revision ? revision.Load(Folder, Timeout) : SourceFile.Load(specified);
    }
}
