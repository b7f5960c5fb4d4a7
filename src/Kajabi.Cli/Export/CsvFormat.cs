using System.Globalization;
using CsvHelper;
using Kajabi.Cli.Export.Anonymization;
using Kajabi.Cli.Output;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Export;

/// <summary>
/// CSV (RFC 4180) with columns that do not depend on the data: id, type, the attributes, and as JSON the data without a column. Only the
/// links of a resource are omitted.
/// </summary>
internal sealed class CsvFormat : IExportFormat
{
    private const string Id = "id";
    private const string Type = "type";
    private const string Additional = "additional";
    private const string Relationships = "relationships";

    private readonly IReadOnlyList<string> _attributes;
    private readonly bool _escapesFormulas;
    private readonly bool _hasByteOrderMark;
    private readonly ResourceAnonymizer? _anonymizer;

    /// <param name="attributes">The attributes that have a column, in the order of the columns.</param>
    /// <param name="escapesFormulas">Whether text that a spreadsheet would run as a formula is prefixed with an apostrophe.</param>
    /// <param name="hasByteOrderMark">Whether the file starts with a byte order mark, which Excel needs to recognize UTF-8.</param>
    /// <param name="anonymizer">Replaces personal data; null to write the data as it is.</param>
    public CsvFormat(IReadOnlyList<string> attributes, bool escapesFormulas, bool hasByteOrderMark, ResourceAnonymizer? anonymizer = null)
    {
        (_attributes, _escapesFormulas, _hasByteOrderMark, _anonymizer) = (attributes, escapesFormulas, hasByteOrderMark, anonymizer);
    }

    public void WriteStart(TextWriter text)
    {
        if (_hasByteOrderMark)
        {
            text.Write('\uFEFF');
        }

        using CsvWriter csv = CsvWriter.Create(text, CsvCell.Options, leaveOpen: true);
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
            csv.WriteField(Escape(name));
        }

        csv.EndRecord();
    }

    public void WritePage(TextWriter text, IReadOnlyList<Resource> page, bool isFirst)
    {
        using CsvWriter csv = CsvWriter.Create(text, CsvCell.Options, leaveOpen: true);
        PagePlacement placement = new(page);
        foreach (Resource resource in page)
        {
            string? id = resource.HasId ? resource.Id : null;
            csv.WriteField(Escape(_anonymizer is null ? id : _anonymizer.GetId(id)));
            csv.WriteField(Escape(_anonymizer?.GetResourceType(resource.Type) ?? resource.Type));
            foreach (string name in _attributes)
            {
                CsvCell.Write(csv, GetValue(resource, name), _escapesFormulas);
            }

            csv.WriteField(GetAdditional(resource));
            csv.WriteField(GetRelationships(resource, placement.GetPlacement(resource)));
            csv.EndRecord();
        }
    }

    public void WriteEnd(TextWriter text) { }

    private string? Escape(string? text) => _escapesFormulas ? FormulaEscaper.Escape(text) : text;

    private JToken? GetValue(Resource resource, string name) =>
        _anonymizer is null ? resource.Attributes[name] : _anonymizer.Replace(resource, name);

    private string? GetAdditional(Resource resource)
    {
        JObject additional = new(
            AttributeFormatter
                .GetNames(resource.Attributes)
                .Except(_attributes)
                .Select(name => new JProperty(_anonymizer?.GetName(resource.Attributes, name) ?? name, GetValue(resource, name)))
        );
        return additional.Count > 0 ? additional.ToString(Formatting.None) : null;
    }

    private string GetRelationships(Resource resource, ResourcePlacement placement)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using JsonTextWriter json = new(text);
        new ResourceJson(json, resource, placement, _anonymizer).WriteRelationships();
        return text.ToString();
    }
}
