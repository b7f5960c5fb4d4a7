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

    // Formulas are escaped here, because the package's own escaping misses text that begins with a line break.
    private static readonly CsvWriterOptions s_options = CsvWriterOptions.Default with
    {
        Quoting = CsvQuoting.WhenNeededOrWhitespace,
        Injection = CsvInjection.None,
        TrueValue = "true",
        FalseValue = "false",
    };

    private readonly IReadOnlyList<string> _attributes;
    private readonly bool _isForSpreadsheet;
    private readonly bool _hasByteOrderMark;

    /// <param name="attributes">The attributes that have a column, in its order.</param>
    /// <param name="isForSpreadsheet">Whether text that a spreadsheet would run as a formula gets an apostrophe before it.</param>
    /// <param name="hasByteOrderMark">Whether the file begins with a byte order mark, by which Excel recognizes UTF-8.</param>
    public CsvFormat(IReadOnlyList<string> attributes, bool isForSpreadsheet, bool hasByteOrderMark)
    {
        (_attributes, _isForSpreadsheet, _hasByteOrderMark) = (attributes, isForSpreadsheet, hasByteOrderMark);
    }

    public void WriteStart(TextWriter text)
    {
        if (_hasByteOrderMark)
        {
            text.Write('\uFEFF');
        }

        using CsvWriter csv = CsvWriter.Create(text, s_options, leaveOpen: true);
        foreach (
            string name in (string[])
                [
                    Id,
                    Type,
                    .. _attributes.Select(static name => name is Id or Type or Additional or Relationships ? $"attributes.{name}" : name),
                    Additional,
                    Relationships,
                ]
        )
        {
            csv.WriteField(Text(name));
        }

        csv.EndRecord();
    }

    public void WritePage(TextWriter text, IReadOnlyList<Resource> page, bool isFirst)
    {
        using CsvWriter csv = CsvWriter.Create(text, s_options, leaveOpen: true);
        PagePlacement placement = new(page);
        foreach (Resource resource in page)
        {
            csv.WriteField(Text(resource.HasId ? resource.Id : null));
            csv.WriteField(Text(resource.Type));
            foreach (string name in _attributes)
            {
                WriteCell(csv, resource.Attributes[name]);
            }

            csv.WriteField(Others(resource.Attributes));
            csv.WriteField(RelationshipsOf(resource, placement.PlacementOf(resource)));
            csv.EndRecord();
        }
    }

    public void WriteEnd(TextWriter text) { }

    private void WriteCell(CsvWriter csv, JToken? value)
    {
        switch (value)
        {
            case null or { Type: JTokenType.Null }:
                csv.WriteField((string?)null);
                break;
            case JValue { Value: string text }:
                // Two quotes are an empty text and nothing is null, as databases read it.
                csv.WriteField(Text(text), text.Length == 0 ? CsvQuoting.Always : CsvQuoting.WhenNeededOrWhitespace);
                break;
            case JValue single:
                csv.WriteField(single.Value);
                break;
            default:
                csv.WriteField(value.ToString(Formatting.None));
                break;
        }
    }

    private string? Text(string? text) => _isForSpreadsheet ? FormulaText.Escape(text) : text;

    private string? Others(JsonApiObject attributes)
    {
        JObject others = new(AttributeText.Names(attributes).Except(_attributes).Select(name => new JProperty(name, attributes[name])));
        return others.Count > 0 ? others.ToString(Formatting.None) : null;
    }

    private static string RelationshipsOf(Resource resource, ResourcePlacement placement)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using JsonTextWriter json = new(text);
        new ResourceJson(json, resource, placement).WriteRelationships();
        return text.ToString();
    }
}
