using Kajabi.Contract.Drift.Model;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Schemas;

/// <summary>Reads what the written schemas of one document mean.</summary>
internal sealed class SchemaReader
{
    private static readonly string[] s_words = ["$ref", "description", "summary", "title", "$comment", "example", "examples"];

    private readonly Dictionary<JToken, int> _ids = [];
    private readonly Dictionary<JToken, SchemaReference> _single = [];
    private readonly Dictionary<string, SchemaReference> _several = [];
    private readonly Dictionary<JsonTypes, JObject> _restrictions = [];
    private readonly HashSet<SchemaReference> _open = [];
    private int _sourceCount;
    private readonly ReferenceTable _references;
    private readonly bool _ignoresBesideReference;
    private readonly NullabilityAnalyzer _nulls;
    private readonly SchemaFlattener _flattener;
    private readonly UnionReader _unions;

    /// <param name="references">The references of the document.</param>
    /// <param name="ignoresBesideReference">Whether words beside <c>$ref</c> count for nothing, as in OpenAPI 3.0.</param>
    public SchemaReader(ReferenceTable references, bool ignoresBesideReference)
    {
        _references = references;
        _ignoresBesideReference = ignoresBesideReference;
        _nulls = new NullabilityAnalyzer(references, ignoresBesideReference);
        _flattener = new SchemaFlattener(references, _nulls, ignoresBesideReference);
        _unions = new UnionReader(this);
        Anything = Create([]);
    }

    /// <summary>The schema that everything fits.</summary>
    public SchemaReference Anything { get; }

    /// <summary>How many schemas were read, which grows with the document and not with how often a component is used.</summary>
    public int ReadCount { get; private set; }

    /// <summary>The schemas that hold at once.</summary>
    public SchemaReference Source(IReadOnlyCollection<JToken> written)
    {
        if (written.Count <= 1)
        {
            return Source(written.FirstOrDefault());
        }

        List<JToken> distinct =
        [
            .. written.Select(Meant).Where(static schema => schema is not JValue { Value: true }).Distinct().OrderBy(Id),
        ];
        if (distinct.Count <= 1)
        {
            return Source(distinct.FirstOrDefault());
        }

        string key = string.Join(',', distinct.Select(Id));
        if (!_several.TryGetValue(key, out SchemaReference? source))
        {
            source = Create(distinct);
            _several.Add(key, source);
        }

        return source;
    }

    /// <summary>A written schema; one that everything fits when there is none.</summary>
    public SchemaReference Source(JToken? written)
    {
        if (written is null or JValue { Value: true })
        {
            return Anything;
        }

        JToken meant = Meant(written);
        if (!_single.TryGetValue(meant, out SchemaReference? source))
        {
            source = meant is JValue { Value: true } ? Anything : Create([meant]);
            _single.Add(meant, source);
        }

        return source;
    }

    /// <summary>The schema that a reference means; anything when it leads nowhere.</summary>
    public SchemaReference Referred(string reference) => Source(_references.Target(new JValue(reference)));

    /// <summary>A schema of which only some types are possible where it is used.</summary>
    public SchemaReference Restricted(SchemaReference source, JsonTypes types)
    {
        if (!_restrictions.TryGetValue(types, out JObject? restriction))
        {
            restriction = new JObject { ["type"] = new JArray(JsonTypeNames.Names(types)) };
            _restrictions.Add(types, restriction);
        }

        return Source([.. source.Written, restriction]);
    }

    /// <summary>The schema of an alternative; null while it is being read itself, as in a recursion without end.</summary>
    public NormalizedSchema? TryRead(SchemaReference source) => _open.Contains(source) ? null : source.Schema;

    public FlatSchema Flatten(SchemaReference source) => _flattener.Flatten(source.Written);

    public NormalizedSchema Read(SchemaReference source)
    {
        ReadCount++;
        _open.Add(source);
        FlatSchema flat = _flattener.Flatten(source.Written);
        NormalizedSchema schema = new()
        {
            Place = source.Written.FirstOrDefault(static schema => schema.Parent is not null) ?? JValue.CreateNull(),
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

    private SchemaReference Create(IReadOnlyList<JToken> written) => new(this, _sourceCount++, written);

    /// <summary>Follows what is a reference and nothing else, so that a component and a reference to it are one.</summary>
    private JToken Meant(JToken schema)
    {
        bool isReferenceAlone =
            ReferenceTable.ReferenceIn(schema) is not null
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
