using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;

namespace Kajabi.Cli.Bulk;

/// <summary>A CSV file with contacts or customers, one per row, by their id or their e-mail address.</summary>
/// <param name="Targets">The resources in the order of the file, without duplicates.</param>
/// <param name="DuplicateCount">The number of rows that name a resource of an earlier row.</param>
/// <param name="Sha256">The hash of the file, to compare it when a run is resumed.</param>
internal sealed record BulkFile(IReadOnlyList<BulkTarget> Targets, int DuplicateCount, string Sha256)
{
    private const string Id = "id";
    private const string Email = "email";
    private const string Type = "type";

    // A value may be personal data, so messages contain its line only.
    private static readonly CsvReaderOptions s_options = CsvReaderOptions.Default with
    {
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <exception cref="UsageException">The file cannot be read, or a row does not identify a resource of the type.</exception>
    public static BulkFile Read(string path, string ownerType)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            List<BulkTarget> rows = ReadRows(bytes, path, ownerType);
            List<BulkTarget> targets = [.. rows.DistinctBy(static row => row.Key, BulkTarget.KeyComparer)];
            return targets.Count > 0
                ? new BulkFile(targets, rows.Count - targets.Count, Convert.ToHexString(SHA256.HashData(bytes)))
                : throw new UsageException($"{path} has no rows. Add a header with the column id or email, and a row per resource.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The file of --from cannot be read: {exception.Message} Specify a CSV file, contacts or customers.");
        }
        catch (CsvFormatException exception)
        {
            throw new UsageException($"{path} is not a valid CSV file: {exception.Message}");
        }
    }

    private static List<BulkTarget> ReadRows(byte[] bytes, string path, string ownerType)
    {
        List<BulkTarget> rows = [];
        using CsvReader csv = CsvReader.Create(bytes, s_options);
        if (bytes.Length == 0)
        {
            return rows;
        }

        csv.ReadHeader();

        (int? id, int? email, int? type) = (Find(csv, Id), Find(csv, Email), Find(csv, Type));
        if (id is null && email is null)
        {
            throw new UsageException(
                $"The first line of {path} is not a header with the column id or email: {string.Join(", ", csv.Headers.Take(10))}. "
                    + "Name the column that contains them id or email."
            );
        }

        while (csv.Read())
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"Line {csv.LineNumber} of {path}");
            if (Get(csv, type) is { } other && other != ownerType)
            {
                throw new UsageException($"{line} is of type '{other}', and {ownerType} are to be changed. Correct the file or the type.");
            }

            rows.Add(CreateTarget(Get(csv, id), Get(csv, email), line));
        }

        return rows;
    }

    private static BulkTarget CreateTarget(string? id, string? email, string line) =>
        (id, email) switch
        {
            (null, null) => throw new UsageException($"{line} has neither an id nor an email. Complete or delete the line."),
            (null, _) => email.IndexOf('@', StringComparison.Ordinal) > 0
                ? new BulkTarget(null, email)
                : throw new UsageException($"{line} has an email that is not an e-mail address. Correct it."),
            _ => IsId(id)
                ? new BulkTarget(id, null)
                : throw new UsageException(
                    $"{line} has an id that is not one. Correct it; a spreadsheet may have replaced a long id by a rounded number."
                ),
        };

    private static bool IsId(string id) =>
        id is not ("." or "..") && id.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private static int? Find(CsvReader csv, string name) => csv.TryGetFieldIndex(name, out int index) ? index : null;

    private static string? Get(CsvReader csv, int? column) =>
        column is { } index && csv.GetString(index).Trim() is { Length: > 0 } text ? text : null;
}
