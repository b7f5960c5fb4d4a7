using System.IO.Enumeration;
using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using JsonException = System.Text.Json.JsonException;

namespace Kajabi.Contract.Payloads;

/// <summary>Finds recorded documents and their operations: by <c>index.json</c>, or else by file name.</summary>
/// <param name="operations">The operations of the OpenAPI document.</param>
internal sealed class RecordedFolder(IReadOnlyList<OperationModel> operations)
{
    private const string IndexName = "index.json";

    private readonly List<RecordedDocument> _documents = [];
    private readonly List<Finding> _defects = [];

    public IReadOnlyList<RecordedDocument> Documents => _documents;

    /// <summary>Gets the files that are not JSON or match no operation.</summary>
    public IReadOnlyList<Finding> Defects => _defects;

    /// <exception cref="UnreadableFileException">The file or folder does not exist, or its index cannot be read.</exception>
    public void Read(string path)
    {
        string root = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        IEnumerable<string> files =
            Directory.Exists(path) ? Entries(path).Order(StringComparer.Ordinal)
            : File.Exists(path) ? [path]
            : throw new UnreadableFileException(path, 1, 1, "The file or folder does not exist.");

        // A single file can be listed in the index of its folder or of the parent folder.
        string? index = ((string[])[root, Path.GetDirectoryName(root) ?? root])
            .Take(Directory.Exists(path) ? 1 : 2)
            .Select(static folder => Path.Combine(folder, IndexName))
            .FirstOrDefault(File.Exists);
        Dictionary<string, JObject> listed = index is null ? [] : ReadIndex(index);
        HashSet<string> fixedCopies =
        [
            .. listed
                .Values.Select(entry => (string?)entry["fixed"])
                .OfType<string>()
                .Select(fixedCopy => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(index)!, fixedCopy))),
        ];
        foreach (string file in files.Where(static file => Path.GetFileName(file) != IndexName))
        {
            string full = Path.GetFullPath(file);
            if (Directory.Exists(file))
            {
                _defects.Add(Defect(PayloadRules.UnassignedDocument, file, 1, 1, "The folder is a symbolic link, which is not followed."));
            }
            else if (!fixedCopies.Contains(full) && !IsFixedCopy(file))
            {
                Add(file, listed.GetValueOrDefault(full));
            }
        }
    }

    /// <summary>Lists the documents in a folder and its subfolders. Links to folders are listed, but not followed.</summary>
    private static FileSystemEnumerable<string> Entries(string folder) =>
        new(
            folder,
            static (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = FileAttributes.None,
                IgnoreInaccessible = false,
            }
        )
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) =>
                entry.IsDirectory ? IsLink(in entry) : entry.FileName.EndsWith(".json", StringComparison.Ordinal),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsLink(in entry),
        };

    private static bool IsLink(in FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static Dictionary<string, JObject> ReadIndex(string path)
    {
        try
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return StrictJson
                .Parse(File.ReadAllBytes(path))
                .OfType<JObject>()
                .Where(static entry => entry["file"] is JValue { Value: string } && entry["operation"] is JValue { Value: string })
                .GroupBy(entry => Path.GetFullPath(Path.Combine(folder, (string)entry["file"]!)))
                .ToDictionary(static group => group.Key, static group => group.First());
        }
        catch (Exception exception)
            when (exception is JsonException or Newtonsoft.Json.JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(path, 1, 1, $"The index cannot be read: {exception.Message}");
        }
    }

    /// <summary>Returns whether a file is the fixed copy of another file: it is read instead of the original if that is not JSON.</summary>
    private static bool IsFixedCopy(string file) =>
        file.EndsWith(".fixed.json", StringComparison.Ordinal)
        && File.Exists(string.Concat(file.AsSpan(0, file.Length - ".fixed.json".Length), ".json"));

    private void Add(string file, JObject? entry)
    {
        RecordedName? name = entry is null ? RecordedName.Parse(file, operations) : FromIndex(entry);
        if (name is null)
        {
            _defects.Add(Defect(PayloadRules.UnassignedDocument, file, 1, 1, "The operation of the document is unknown."));
            return;
        }

        string fixedCopy = Path.ChangeExtension(file, ".fixed.json");
        if (Load(file) is { } document)
        {
            _documents.Add(new RecordedDocument(file, name.Operation, name.Kind, name.Status, document));
        }
        else if (File.Exists(fixedCopy) && Load(fixedCopy) is { } fixedDocument)
        {
            _documents.Add(new RecordedDocument(fixedCopy, name.Operation, name.Kind, name.Status, fixedDocument));
        }
    }

    private static RecordedName FromIndex(JObject entry) =>
        new(
            (string)entry["operation"]!,
            (entry["direction"] as JValue)?.Value switch
            {
                "request" => RecordedKind.Request,
                "webhook-delivery" => RecordedKind.Delivery,
                _ => RecordedKind.Response,
            },
            entry["status"] is JValue { Value: long status } ? (int)status : null
        );

    private JToken? Load(string file)
    {
        try
        {
            // A pipe has no length. Opening it would wait for a writer.
            FileInfo target = (FileInfo)(new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) ?? new FileInfo(file));
            return target.Length > 0
                ? StrictJson.Parse(File.ReadAllBytes(file))
                : throw new IOException("It is empty or not a regular file.");
        }
        catch (JsonException exception)
        {
            _defects.Add(
                Defect(
                    PayloadRules.NotJson,
                    file,
                    (int)(exception.LineNumber ?? 0) + 1,
                    (int)(exception.BytePositionInLine ?? 0) + 1,
                    "The document is not JSON."
                )
            );
        }
        catch (Exception exception) when (exception is Newtonsoft.Json.JsonException or IOException or UnauthorizedAccessException)
        {
            _defects.Add(Defect(PayloadRules.NotJson, file, 1, 1, $"The document cannot be read: {exception.Message}"));
        }

        return null;
    }

    private static Finding Defect(Rule rule, string file, int line, int column, string message) =>
        new(
            rule,
            new FindingLocation(string.Empty, file.Replace('\\', '/')) { Position = new SourcePosition(file, line, column) },
            $"{message} {rule.Remedy}"
        );
}
