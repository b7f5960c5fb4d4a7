using System.Text;

namespace Kajabi.Tests.Serialization;

/// <summary>Formats values, change tracking and relationships as text for comparison.</summary>
internal static class ChangeTrackingFormatter
{
    public static string Format(Document document)
    {
        StringBuilder text = new();
        foreach (Resource resource in document.PrimaryData.Concat(document.Included))
        {
            Append(text, resource);
        }

        return text.Append(Format(document.Meta)).Append(Format(document.Links)).ToString();
    }

    public static string Format(Resource resource)
    {
        StringBuilder text = new();
        Append(text, resource);
        return text.ToString();
    }

    public static string Format(JsonApiObject? members) =>
        members is null
            ? "-"
            : string.Join(
                ',',
                members
                    .DeclaredMembers.Select(member => member.Name)
                    .Concat(members.AdditionalMembers.Order(StringComparer.Ordinal))
                    .Select(name =>
                        $"{name}:{(members.IsPresent(name) ? "r" : "")}{(members.IsModified(name) ? "a" : "")}"
                        + $"={members[name]?.ToString(Newtonsoft.Json.Formatting.None)}"
                    )
            );

    private static void Append(StringBuilder text, Resource resource)
    {
        text.AppendLine($"{resource.Type}/{resource.Id} {Format(resource.Attributes)} {Format(resource.Links)} {Format(resource.Meta)}");
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
            $"  {relationship.Name} {relationship.State} {relationship.IsModified} "
                + $"[{string.Join(' ', relationship.Identifiers)}] [{string.Join(' ', relationship.Resources)}]"
        );
}
