using System.Text;

namespace Kajabi.Tests.Serialization;

/// <summary>Everything that a caller can see of presence and of the graph, as text to compare.</summary>
internal static class PresenceText
{
    public static string Of(Document document)
    {
        StringBuilder text = new();
        foreach (Resource resource in document.PrimaryData.Concat(document.Included))
        {
            Append(text, resource);
        }

        return text.Append(Of(document.Meta)).Append(Of(document.Links)).ToString();
    }

    public static string Of(Resource resource)
    {
        StringBuilder text = new();
        Append(text, resource);
        return text.ToString();
    }

    public static string Of(JsonApiObject? members) =>
        members is null
            ? "-"
            : string.Join(
                ',',
                members
                    .DeclaredMembers.Select(member => member.Name)
                    .Concat(members.AdditionalMembers.Order(StringComparer.Ordinal))
                    .Select(name =>
                        $"{name}:{(members.IsPresent(name) ? "r" : "")}{(members.IsModified(name) ? "a" : "")}={members[name]?.ToString(Newtonsoft.Json.Formatting.None)}"
                    )
            );

    private static void Append(StringBuilder text, Resource resource)
    {
        text.AppendLine($"{resource.Type}/{resource.Id} {Of(resource.Attributes)} {Of(resource.Links)} {Of(resource.Meta)}");
        foreach (RelationshipDescriptor member in resource.Relationships.DeclaredRelationships)
        {
            Append(text, resource.Relationships[member.Name]!);
        }

        foreach (Relationship relationship in resource.Relationships.Present)
        {
            Append(text, relationship);
        }
    }

    private static void Append(StringBuilder text, Relationship relationship) =>
        text.AppendLine(
            $"  {relationship.Name} {relationship.State} {relationship.IsModified} [{string.Join(' ', relationship.Identifiers)}] [{string.Join(' ', relationship.Resources)}]"
        );
}
