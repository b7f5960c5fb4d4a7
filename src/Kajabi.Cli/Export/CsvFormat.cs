using System.Globalization;
using CsvHelper;
using Kajabi.Cli.Output;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Export;

/// <summary>
/// RFC 4180, with columns that do not depend on what the pages hold: id, type, the attributes, and as JSON what has
/// no column of its own. Nothing of a resource is lost but its links.
/// </summary>
internal sealed class CsvFormat : IExportFormat
{
    private const string Id = "id";
    private const string Type = "type";
    private const string Additional = "additional";
    private const string Relationships = "relationships";

    private readonly IReadOnlyList<string> _attributes;
    private readonly CsvWriterOptions _options;

    /// <param name="attributes">The attributes that have a column, in its order.</param>
    /// <param name="isForSpreadsheet">Whether text that a spreadsheet would run as a formula gets an apostrophe before it.</param>
    public CsvFormat(IReadOnlyList<string> attributes, bool isForSpreadsheet)
    {
        _attributes = attributes;
        _options = CsvWriterOptions.Default with
        {
            Quoting = CsvQuoting.WhenNeededOrWhitespace,
            Injection = isForSpreadsheet ? CsvInjection.Escape : CsvInjection.None,
            TrueValue = "true",
            FalseValue = "false",
        };
    }

    public void WriteStart(TextWriter text)
    {
        using CsvWriter csv = CsvWriter.Create(text, _options, leaveOpen: true);
        csv.WriteRecord([Id, Type, .. _attributes.Select(static name => name is Id or Type or Additional or Relationships ? $"attributes.{name}" : name), Additional, Relationships]);
    }

    public void WritePage(TextWriter text, IReadOnlyList<Resource> page, bool isFirst)
    {
        using CsvWriter csv = CsvWriter.Create(text, _options, leaveOpen: true);
        foreach (Resource resource in page)
        {
            csv.WriteField(resource.HasId ? resource.Id : null);
            csv.WriteField(resource.Type);
            foreach (string name in _attributes)
            {
                WriteCell(csv, resource.Attributes[name]);
            }

            csv.WriteField(Others(resource.Attributes));
            csv.WriteField(RelationshipsOf(resource));
            csv.EndRecord();
        }
    }

    public void WriteEnd(TextWriter text)
    {
    }

    private static void WriteCell(CsvWriter csv, JToken? value)
    {
        switch (value)
        {
            case null or { Type: JTokenType.Null }:
                csv.WriteField((string?)null);
                break;
            case JValue { Value: string text }:
                // Two quotes are an empty text and nothing is null, as databases read it.
                csv.WriteField(text, text.Length == 0 ? CsvQuoting.Always : CsvQuoting.WhenNeededOrWhitespace);
                break;
            case JValue single:
                csv.WriteField(single.Value);
                break;
            default:
                csv.WriteField(value.ToString(Formatting.None));
                break;
        }
    }

    private string? Others(OpenObject attributes)
    {
        JObject others = new(AttributeText.Names(attributes).Except(_attributes).Select(name => new JProperty(name, attributes[name])));
        return others.Count > 0 ? others.ToString(Formatting.None) : null;
    }

    private static string RelationshipsOf(Resource resource)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using JsonTextWriter json = new(text);
        new ResourceJson(json).WriteRelationships(resource);
        return text.ToString();
    }
}
