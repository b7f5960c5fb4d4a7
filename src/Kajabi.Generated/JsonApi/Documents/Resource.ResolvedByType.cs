namespace Kajabi.JsonApi;

/// <content>
/// The resources that were assigned to relationships by their type. A serialized resource contains their identifiers, because
/// after changes by the application the same rule could select other resources when the resource is read again.
/// </content>
public abstract partial class Resource
{
    private const string ResolvedByTypeName = "@resolved_by_type";

    /// <summary>Gets whether the JSON contains the identifiers of resources assigned by type. Then the rule is not applied.</summary>
    internal bool HasResolvedByType { get; private set; }

    private bool TryReadResolvedByType(string name, ref JsonApiReader reader)
    {
        if (name != ResolvedByTypeName || reader.Marks == PresenceMarks.None)
        {
            return false;
        }

        HasResolvedByType = true;
        int ordinal = -1;
        while (reader.NextMember(RelationshipsCore.Table.Names, ref ordinal, out string? relationship))
        {
            JsonApiReader inner = new(reader.Load(), reader) { Drift = null };
            inner.Advance();
            if (RelationshipsCore[relationship] is { } target && Linkage.TryRead(ref inner, target.TargetType) is { } linkage)
            {
                target.ResolvedByType = linkage.Identifiers;
                reader.Document.Linked.Add(target);
            }
        }

        return true;
    }

    private void WriteResolvedByType(MemberWriter writer)
    {
        if (writer.Marks == PresenceMarks.None || !writer.HasAssignedRelationships)
        {
            return;
        }

        // A resource without an id has no identifier.
        Relationship[] resolved =
        [
            .. RelationshipsCore.Present.Where(static one =>
                one.State == RelationshipState.ResolvedByType && one.Resources.All(static related => related.HasId)
            ),
        ];
        if (resolved.Length == 0)
        {
            return;
        }

        writer.Json.WritePropertyName(ResolvedByTypeName);
        writer.Json.WriteStartObject();
        foreach (Relationship relationship in resolved)
        {
            writer.Json.WritePropertyName(relationship.Name);
            new Linkage([.. relationship.Resources.Select(static related => related.Identifier)], isList: true).Write(writer.Json);
        }

        writer.Json.WriteEndObject();
    }
}
