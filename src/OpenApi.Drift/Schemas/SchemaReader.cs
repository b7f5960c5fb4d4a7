using Newtonsoft.Json.Linq;
using OpenApi.Drift.Elements;

namespace OpenApi.Drift.Schemas;

/// <summary>Reads the schemas of a document into normalized form.</summary>
internal sealed class SchemaReader
{
    private static readonly string[] s_keywords = ["$ref", "description", "summary", "title", "$comment", "example", "examples"];

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
    /// <param name="ignoresBesideReference">Whether keywords beside <c>$ref</c> are ignored, as in OpenAPI 3.0.</param>
    public SchemaReader(ReferenceTable references, bool ignoresBesideReference)
    {
        _references = references;
        _ignoresBesideReference = ignoresBesideReference;
        _nulls = new NullabilityAnalyzer(references, ignoresBesideReference);
        _flattener = new SchemaFlattener(references, _nulls, ignoresBesideReference);
        _unions = new UnionReader(this);
        Inheritance = new InheritanceTable(references, ignoresBesideReference);
        AnySchema = Create([]);
    }

    /// <summary>Gets the schema that every value matches.</summary>
    public SchemaReference AnySchema { get; }

    /// <summary>Gets the components that extend others.</summary>
    public InheritanceTable Inheritance { get; }

    /// <summary>Gets the number of schemas read, which does not depend on the number of uses of a component.</summary>
    public int ReadCount { get; private set; }

    /// <summary>Returns the combination of schemas that all apply.</summary>
    public SchemaReference GetReference(IReadOnlyCollection<JToken> written)
    {
        if (written.Count <= 1)
        {
            return GetReference(written.FirstOrDefault());
        }

        List<JToken> distinct =
        [
            .. written.Select(Resolve).Where(static schema => schema is not JValue { Value: true }).Distinct().OrderBy(Id),
        ];
        if (distinct.Count <= 1)
        {
            return GetReference(distinct.FirstOrDefault());
        }

        string key = string.Join(',', distinct.Select(Id));
        if (!_several.TryGetValue(key, out SchemaReference? source))
        {
            source = Create(distinct);
            _several.Add(key, source);
        }

        return source;
    }

    /// <summary>Returns a schema; the schema that every value matches if there is none.</summary>
    public SchemaReference GetReference(JToken? written)
    {
        if (written is null or JValue { Value: true })
        {
            return AnySchema;
        }

        JToken resolved = Resolve(written);
        if (!_single.TryGetValue(resolved, out SchemaReference? source))
        {
            source = resolved is JValue { Value: true } ? AnySchema : Create([resolved]);
            _single.Add(resolved, source);
        }

        return source;
    }

    /// <summary>Returns the target of a reference; the schema that every value matches if the reference is dangling.</summary>
    public SchemaReference FromReference(string reference) => GetReference(_references.Target(new JValue(reference)));

    /// <summary>Returns a schema restricted to some types.</summary>
    public SchemaReference Restrict(SchemaReference source, JsonTypes types)
    {
        if (!_restrictions.TryGetValue(types, out JObject? restriction))
        {
            restriction = new JObject { ["type"] = new JArray(JsonTypeNames.Names(types)) };
            _restrictions.Add(types, restriction);
        }

        return GetReference([.. source.Written, restriction]);
    }

    /// <summary>Returns the schema of an alternative; null while it is being read, as in an infinite recursion.</summary>
    public NormalizedSchema? TryRead(SchemaReference source) => _open.Contains(source) ? null : source.Schema;

    public FlatSchema Flatten(SchemaReference source) => _flattener.Flatten(source.Written);

    public NormalizedSchema Read(SchemaReference source)
    {
        ReadCount++;
        _open.Add(source);
        FlatSchema flat = _flattener.Flatten(source.Written);
        NormalizedSchema schema = new()
        {
            Node = source.Written.FirstOrDefault(static schema => schema.Parent is not null) ?? JValue.CreateNull(),
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

    /// <summary>Resolves a reference without effective siblings, so that a component and a reference to it are the same schema.</summary>
    private JToken Resolve(JToken schema)
    {
        bool isReferenceAlone =
            ReferenceTable.ReferenceIn(schema) is not null
            && (_ignoresBesideReference || ((JObject)schema).Properties().All(static keyword => s_keywords.Contains(keyword.Name)));
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
