namespace Kajabi.JsonApi;

/// <content>Merging the relationships of two copies of one resource.</content>
public partial class RelationshipsObject
{
    /// <summary>Adds the relationships of another copy that this one does not have.</summary>
    /// <param name="other">The relationships of the copy that was read later.</param>
    /// <param name="linked">The relationships with linkage, to be resolved when the document has been read.</param>
    internal void MergeFrom(RelationshipsObject other, LinkedRelationships linked)
    {
        foreach (Relationship relationship in other.Present)
        {
            GetMergeTarget(relationship, linked).MergeFrom(relationship, linked);
        }
    }

    /// <summary>Returns the relationship of this object that the other copy is merged into.</summary>
    private Relationship GetMergeTarget(Relationship other, LinkedRelationships linked)
    {
        Relationship? own = this[other.Name];
        if (
            own is not null
            && (Table.IndexOf(other.Name) >= 0 || own.IsToMany == other.IsToMany || own.Linkage is not null || other.Linkage is null)
        )
        {
            return own;
        }

        // Only linkage shows whether an undeclared relationship is to-one or to-many, and only the other copy has it.
        Relationship replacement = Undeclared(other.Name, other.IsToMany);
        if (own is not null)
        {
            replacement.MergeFrom(own, linked);
        }

        return replacement;
    }
}
