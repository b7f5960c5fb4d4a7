using Kajabi.Cli.Export;
using Kajabi.Cli.Output;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Bulk;

/// <summary>
/// The report of a bulk change: a line with the command, and a line per contact or customer (NDJSON). Outcomes are appended while the
/// command runs, so that a process that is killed loses none; the last one of a resource counts. At the end one line per resource remains.
/// </summary>
internal sealed class BulkReport : IDisposable
{
    private const string CountName = "count";
    private readonly string _path;
    private readonly JObject _header;
    private readonly Dictionary<string, BulkOutcome> _outcomes = new(BulkTarget.KeyComparer);
    private readonly List<string> _keys = [];
    private readonly FileStream _file;

    private BulkReport(string path, JObject header, FileStream file, IEnumerable<BulkOutcome> outcomes)
    {
        (_path, _header, _file) = (path, header, file);
        foreach (BulkOutcome outcome in outcomes)
        {
            Set(outcome);
        }
    }

    /// <summary>The last outcome of each resource, in the order of the input.</summary>
    public IReadOnlyList<BulkOutcome> Outcomes => [.. _keys.Select(key => _outcomes[key])];

    /// <summary>Creates a report in which all targets are pending.</summary>
    /// <exception cref="UsageException">The file exists.</exception>
    public static BulkReport Create(string path, IReadOnlyDictionary<string, string> command, IReadOnlyList<BulkTarget> targets)
    {
        ThrowIfExists(path, isResume: false);
        JObject header = new(command.Select(static pair => new JProperty(pair.Key, pair.Value))) { [CountName] = targets.Count };
        BulkReport report = new(
            path,
            header,
            PrivateFile.Create(path),
            targets.Select(static target => new BulkOutcome(target, BulkStatus.Pending))
        );
        Write(report._file, report.WriteAll);
        return report;
    }

    /// <summary>Opens an earlier report.</summary>
    /// <returns>The report; null if there is none, or if it ended before all resources were in it, so that nothing was changed.</returns>
    /// <exception cref="UsageException">The file is no report, or that of another command.</exception>
    public static BulkReport? Open(string path, IReadOnlyDictionary<string, string> command)
    {
        if (!File.Exists(path))
        {
            PrivateFile.ThrowIfLink(path);
            return null;
        }

        FileStream file = PrivateFile.Open(path);
        try
        {
            (JObject? header, List<BulkOutcome> outcomes) = BulkReportReader.Read(file);
            if (header is null)
            {
                throw new UsageException($"{path} is not a report of this command. Choose another name for the report.");
            }

            ThrowIfDifferent(path, header, command);
            BulkReport report = new(path, header, file, outcomes);
            if (report._keys.Count == (int?)header[CountName])
            {
                return report;
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        File.Delete(path);
        return null;
    }

    /// <exception cref="UsageException">The file exists, and the command does not resume.</exception>
    public static void ThrowIfExists(string path, bool isResume)
    {
        PrivateFile.ThrowIfLink(path);
        if (Path.Exists(path) && !isResume)
        {
            throw new UsageException(
                $"{path} already exists and is not overwritten. Add --resume to continue its command, or choose another name."
            );
        }
    }

    /// <summary>Stores an outcome on the disk.</summary>
    public void Add(BulkOutcome outcome)
    {
        Set(outcome);
        Write(_file, text => WriteLine(text, outcome));
    }

    /// <summary>Replaces the file by one with the last outcome of each resource.</summary>
    public void Complete()
    {
        _file.Dispose();
        string next = $"{_path}.{Path.GetRandomFileName()}.new";
        using (FileStream file = PrivateFile.Create(next))
        {
            Write(file, WriteAll);
        }

        File.Move(next, _path, overwrite: true);
    }

    public void Dispose() => _file.Dispose();

    private static void ThrowIfDifferent(string path, JObject header, IReadOnlyDictionary<string, string> command)
    {
        if (command.Keys.FirstOrDefault(name => (string?)header[name] != command[name]) is { } difference)
        {
            throw new UsageException(
                $"{path} is the report of a command with a different {difference}: '{(string?)header[difference]}' then, "
                    + $"'{command[difference]}' now. Run the original command, or choose another name for the report."
            );
        }
    }

    private static void WriteLine(TextWriter text, BulkOutcome outcome) => JsonLine.Write(text, Formatting.None, outcome.WriteTo);

    private static void Write(FileStream file, Action<TextWriter> write)
    {
        using (StreamWriter text = new(file, leaveOpen: true) { NewLine = "\n" })
        {
            write(text);
        }

        file.Flush(flushToDisk: true);
    }

    private void WriteAll(TextWriter text)
    {
        JsonLine.Write(text, Formatting.None, json => _header.WriteTo(json));
        foreach (BulkOutcome outcome in Outcomes)
        {
            WriteLine(text, outcome);
        }
    }

    private void Set(BulkOutcome outcome)
    {
        if (_outcomes.TryAdd(outcome.Target.Key, outcome))
        {
            _keys.Add(outcome.Target.Key);
        }
        else
        {
            _outcomes[outcome.Target.Key] = outcome;
        }
    }
}
