using Kajabi.Contract.Drift.Model;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Schemas;

/// <summary>Reads what the written schemas of one document mean.</summary>
internal sealed class SchemaReader
{
    private static readonly string[] s_words = ["$ref", "description", "summary", "title", "$comment", "example", "examples"];

    private readonly Dictionary<JToken, int> _ids = [];
    private readonly Dictionary<string, SchemaSource> _sources = [];
    private readonly HashSet<SchemaSource> _open = [];
    private readonly ReferenceTable _references;
    private readonly bool _ignoresBesideReference;
    private readonly NullTest _nulls;
    private readonly SchemaFlattener _flattener;
    private readonly UnionReader _unions;

    /// <param name="references">The references of the document.</param>
    /// <param name="ignoresBesideReference">Whether words beside <c>$ref</c> count for nothing, as in OpenAPI 3.0.</param>
    public SchemaReader(ReferenceTable references, bool ignoresBesideReference)
    {
        _references = references;
        _ignoresBesideReference = ignoresBesideReference;
        _nulls = new NullTest(references, ignoresBesideReference);
        _flattener = new SchemaFlattener(references, _nulls, ignoresBesideReference);
        _unions = new UnionReader(this);
        Anything = Source([]);
    }

    /// <summary>The schema that everything fits.</summary>
    public SchemaSource Anything { get; }

    /// <summary>How many schemas were read, which grows with the document and not with how often a component is used.</summary>
    public int ReadCount { get; private set; }

    public SchemaSource Source(IEnumerable<JToken> written)
    {
        List<JToken> distinct = [.. written.Select(Meant).Where(static schema => schema is not JValue { Value: true }).Distinct().OrderBy(Id)];
        string key = string.Join(',', distinct.Select(Id));
        if (!_sources.TryGetValue(key, out SchemaSource? source))
        {
            source = new SchemaSource(this, _sources.Count, distinct);
            _sources.Add(key, source);
        }

        return source;
    }

    public SchemaSource Source(JToken? written) => written is null ? Anything : Source([written]);

    /// <summary>The schema that a reference means; anything when it leads nowhere.</summary>
    public SchemaSource Referred(string reference) => Source(_references.Target(new JValue(reference)));

    /// <summary>The schema of an alternative; null while it is being read itself, as in a recursion without end.</summary>
    public WireSchema? TryRead(SchemaSource source) => _open.Contains(source) ? null : source.Schema;

    public FlatSchema Flatten(SchemaSource source) => _flattener.Flatten(source.Written);

    public WireSchema Read(SchemaSource source)
    {
        ReadCount++;
        _open.Add(source);
        FlatSchema flat = _flattener.Flatten(source.Written);
        WireSchema schema = new()
        {
            Place = source.Written.Count > 0 ? source.Written[0] : JValue.CreateNull(),
            IsUnknown = flat.IsUnknown,
            IsNullable = source.Written.All(_nulls.Allows),
        };
        SchemaMerger merger = new(schema, this);
        merger.Add(flat.Parts, withTypes: true);
        _unions.Read(flat, schema, merger);
        if (flat.IsNever)
        {
            (schema.Types, schema.IsNullable) = (JsonTypes.None, false);
        }

        SchemaNormalizer.Normalize(schema, this);
        _open.Remove(source);
        return schema;
    }

    /// <summary>Follows what is a reference and nothing else, so that a component and a reference to it are one.</summary>
    private JToken Meant(JToken schema)
    {
        bool isReferenceAlone = ReferenceTable.ReferenceIn(schema) is not null
            && (_ignoresBesideReference || ((JObject)schema).Properties().All(static word => s_words.Contains(word.Name)));
        if (!isReferenceAlone)
        {
            return schema;
        }

        JToken? target = _references.Target(ReferenceTable.ReferenceIn(schema)!);
        return target is not null && ReferenceTable.ReferenceIn(target) is null ? target : schema;
    }

    private int Id(JToken token)
    {
        if (!_ids.TryGetValue(token, out int id))
        {
            id = _ids.Count;
            _ids.Add(token, id);
        }

        return id;
    }
}
