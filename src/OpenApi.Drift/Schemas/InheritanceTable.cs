using Newtonsoft.Json.Linq;
using OpenApi.Drift.Elements;

namespace OpenApi.Drift.Schemas;

/// <summary>Finds the components that extend another schema with <c>allOf</c>, or with keywords beside a reference.</summary>
/// <param name="references">The references of the document.</param>
/// <param name="ignoresBesideReference">Whether keywords beside <c>$ref</c> are ignored, as in OpenAPI 3.0.</param>
internal sealed class InheritanceTable(ReferenceTable references, bool ignoresBesideReference)
{
    private ILookup<JObject, JProperty>? _children;

    private ILookup<JObject, JProperty> Children =>
        _children ??= (references.Schemas?.Properties() ?? [])
            .SelectMany(component => Parents(component.Value).Distinct().Select(parent => (Parent: parent, Component: component)))
            .ToLookup(static entry => entry.Parent, static entry => entry.Component);

    /// <summary>Returns the components that directly extend a schema.</summary>
    /// <param name="parent">The part of the schema with the discriminator.</param>
    /// <param name="parts">All parts of the schema. If some extend the parent, only the components that extend them as well apply.</param>
    public IEnumerable<JProperty> Subtypes(JObject parent, IReadOnlyCollection<JObject> parts)
    {
        HashSet<JObject> known = Descendants(parent);
        JObject type = parts.FirstOrDefault(part => known.Contains(part) && !parts.Any(Descendants(part).Contains)) ?? parent;
        return Children[type];
    }

    /// <summary>Returns whether a component extends the schema directly or indirectly.</summary>
    public bool IsSubtype(JToken component, JObject parent) => component is JObject map && Descendants(parent).Contains(map);

    private HashSet<JObject> Descendants(JObject parent)
    {
        HashSet<JObject> found = [];
        Queue<JObject> open = new([parent]);
        while (open.TryDequeue(out JObject? next))
        {
            foreach (JObject child in Children[next].Select(static component => component.Value).OfType<JObject>().Where(found.Add))
            {
                open.Enqueue(child);
            }
        }

        return found;
    }

    private IEnumerable<JObject> Parents(JToken component)
    {
        bool isExtendedReference = !ignoresBesideReference && ReferenceTable.ReferenceIn(component) is not null;
        IEnumerable<JToken> members = component is JObject map ? map["allOf"] as JArray ?? [] : [];
        return members
            .Where(static member => ReferenceTable.ReferenceIn(member) is not null)
            .Concat(isExtendedReference ? [component] : [])
            .Select(references.Follow)
            .OfType<JObject>();
    }
}
