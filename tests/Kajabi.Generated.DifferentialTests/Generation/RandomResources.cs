using Kajabi.Tests.Dump;

namespace Kajabi.Tests.Generation;

/// <summary>Resource objects and their parts, in any order of members, with duplicates and deviations from JSON:API.</summary>
/// <param name="random">The source of randomness.</param>
/// <param name="json">The document.</param>
/// <param name="values">The values of members.</param>
internal sealed class RandomResources(Random random, RandomJsonWriter json, RandomValues values)
{
    // Few ids, so that resources are related, and some have copies.
    private const int MaxId = 4;

    public static Resource CreateSample(string type) => GeneratedResources.Create(type)!;

    public void WriteResource(Resource sample, int levels = 2)
    {
        List<(string Name, Action Write)> members = [];
        Add(members, 20, "id", WriteId);
        Add(members, 30, "type", () => WriteType(sample));
        Add(members, 8, "attributes", () => WriteObjectOrOther(() => WriteMembers(sample.Attributes)));
        Add(members, 4, "relationships", () => WriteObjectOrOther(() => WriteRelationships(sample.Relationships)));
        if (OneIn(4))
        {
            members.Add(("links", () => WriteObjectOrOther(WriteLinks)));
        }

        if (OneIn(6))
        {
            members.Add(("meta", () => WriteObjectOrOther(() => json.WriteObject(values.Members(2)))));
        }

        if (levels > 0 && OneIn(12))
        {
            members.Add(("included", () => WriteObjectOrOther(() => WriteIncluded(sample, levels - 1))));
        }

        if (OneIn(20))
        {
            members.Add(("@resolved_by_type", () => WriteObjectOrOther(() => WriteResolvedByType(sample))));
        }

        if (OneIn(6))
        {
            members.Add((values.Name(), () => values.WriteAny()));
        }

        if (OneIn(12))
        {
            members.Add(members[random.Next(members.Count)]);
        }

        json.WriteObject(Ordered(members));
    }

    /// <summary>Writes a list of resources: those that the sample refers to, unknown ones, and copies.</summary>
    public void WriteIncluded(Resource sample, int levels = 1)
    {
        List<Action> items = [];
        foreach (RelationshipDescriptor relationship in sample.Relationships.DeclaredRelationships.Where(_ => OneIn(2)))
        {
            if (relationship.TargetType is { } type && GeneratedResources.Create(type) is { } target)
            {
                items.AddRange(Enumerable.Repeat(() => WriteResource(target, levels), random.Next(3)));
            }
        }

        if (OneIn(5))
        {
            items.Add(() => WriteResource(sample, levels));
        }

        if (OneIn(5))
        {
            items.Add(() => WriteResource(CreateSample(GeneratedResources.Names[random.Next(GeneratedResources.Names.Count)]), levels));
        }

        if (OneIn(50))
        {
            items.Add(() => values.WriteAny());
        }

        json.WriteArray(items);
    }

    /// <summary>Writes an attributes object or another object with declared members.</summary>
    public void WriteMembers(JsonApiObject sample)
    {
        List<(string Name, Action Write)> members =
        [
            .. sample
                .DeclaredMembers.Where(_ => OneIn(2))
                .Select(member =>
                {
                    Type type = PropertyCache.Find(sample.GetType(), member.PropertyName)!.PropertyType;
                    return (member.Name, (Action)(() => WriteMember(type)));
                }),
        ];
        if (OneIn(3))
        {
            members.Add(($"custom_{random.Next(152)}", () => values.WriteAny()));
        }

        if (OneIn(4))
        {
            members.AddRange(values.Members(2));
        }

        foreach (string list in ((string[])["@assigned", "@received"]).Where(_ => OneIn(10)))
        {
            string[] names =
            [
                .. members.Where(_ => OneIn(2)).Select(static member => member.Name),
                .. OneIn(3) ? ["unknown"] : Array.Empty<string>(),
            ];
            members.Add(
                (list, () => WriteObjectOrOther(() => json.WriteArray(names.Select(name => (Action)(() => json.WriteString(name))))))
            );
        }

        if (members.Count > 0 && OneIn(10))
        {
            // A duplicate, with another value.
            members.Add(members[random.Next(members.Count)]);
        }

        json.WriteObject(Ordered(members));
    }

    public void WriteRelationships(RelationshipsObject sample)
    {
        List<(string Name, Action Write)> members =
        [
            .. sample
                .DeclaredRelationships.Where(_ => !OneIn(3))
                .Select(member => (member.Name, (Action)(() => WriteRelationship(member.TargetType, member.IsToMany)))),
        ];
        if (OneIn(8))
        {
            members.Add((values.Name(), () => WriteRelationship("offers", OneIn(2))));
        }

        if (OneIn(40))
        {
            members.Add(("@included", () => WriteIncluded(CreateSample("contacts"))));
        }

        if (members.Count > 0 && OneIn(15))
        {
            members.Add(members[random.Next(members.Count)]);
        }

        json.WriteObject(Ordered(members));
    }

    public void WriteRelationship(string? targetType, bool isToMany)
    {
        if (OneIn(20))
        {
            values.WriteAny();
            return;
        }

        List<(string Name, Action Write)> members = [];
        Add(members, 4, "data", () => WriteLinkage(targetType, OneIn(25) ? !isToMany : isToMany));
        if (OneIn(3))
        {
            members.Add(("links", () => WriteObjectOrOther(() => WriteRelationshipLinks(targetType, isToMany))));
        }

        if (OneIn(8))
        {
            members.Add(("meta", () => WriteObjectOrOther(() => json.WriteObject(values.Members(2)))));
        }

        foreach (string mark in ((string[])["@assigned", "@received", "@loaded"]).Where(_ => OneIn(20)))
        {
            members.Add((mark, () => WriteObjectOrOther(() => json.WriteRaw(OneIn(2) ? "true" : "false"))));
        }

        if (OneIn(40))
        {
            members.Add(("@included", () => WriteIncluded(CreateSample("contacts"))));
            members.Add(("@name", () => WriteObjectOrOther(() => json.WriteString("tags"))));
            members.Add(("@target_type", () => WriteObjectOrOther(() => json.WriteString("contact_tags"))));
            members.Add(("@json", () => values.WriteAny()));
        }

        if (OneIn(12))
        {
            members.Add((values.Name(), () => values.WriteAny()));
        }

        if (members.Count > 0 && OneIn(20))
        {
            members.Add(members[random.Next(members.Count)]);
        }

        json.WriteObject(Ordered(members));
    }

    public void WriteLinkage(string? targetType, bool isToMany)
    {
        if (OneIn(40))
        {
            values.WriteAny();
        }
        else if (isToMany)
        {
            json.WriteArray(Enumerable.Repeat(() => WriteIdentifier(targetType), random.Next(4)));
        }
        else if (OneIn(5))
        {
            json.WriteRaw("null");
        }
        else
        {
            WriteIdentifier(targetType);
        }
    }

    public void WriteLinks()
    {
        List<(string Name, Action Write)> members =
        [
            .. ((string[])["self", "first", "prev", "next", "last", "current", "related", "customer"])
                .Where(_ => OneIn(3))
                .Select(name =>
                    (name, (Action)(() => WriteObjectOrOther(() => json.WriteString($"https://api.kajabi.com/v1/{name}?page[number]=2"))))
                ),
        ];
        json.WriteObject(members);
    }

    /// <summary>Writes a value, or rarely one of any other type.</summary>
    public void WriteObjectOrOther(Action write)
    {
        if (OneIn(30))
        {
            values.WriteAny();
        }
        else
        {
            write();
        }
    }

    private void WriteMember(Type type)
    {
        if (typeof(JsonApiObject).IsAssignableFrom(type) && type != typeof(JsonApiObject) && !OneIn(6))
        {
            WriteMembers((JsonApiObject)Activator.CreateInstance(type)!);
        }
        else if (type.GenericTypeArguments is [var item] && typeof(JsonApiObject).IsAssignableFrom(item) && !OneIn(6))
        {
            json.WriteArray(
                Enumerable.Repeat(
                    () => WriteObjectOrOther(() => WriteMembers((JsonApiObject)Activator.CreateInstance(item)!)),
                    random.Next(3)
                )
            );
        }
        else
        {
            values.WriteDeclared(type);
        }
    }

    private void WriteRelationshipLinks(string? targetType, bool isToMany) =>
        json.WriteObject(
            OneIn(3)
                ? [("data", () => WriteLinkage(targetType, isToMany))]
                : [("related", () => json.WriteString("https://api.kajabi.com/v1/related"))]
        );

    private void WriteIdentifier(string? targetType)
    {
        if (OneIn(60))
        {
            values.WriteAny();
            return;
        }

        List<(string Name, Action Write)> members = [];
        Add(members, 25, "type", () => WriteObjectOrOther(() => json.WriteString(OneIn(15) ? values.Text() : targetType ?? "things")));
        Add(members, 25, "id", WriteId);
        if (OneIn(12))
        {
            members.Add(("meta", () => values.WriteAny()));
        }

        if (OneIn(20))
        {
            members.Add((values.Name(), () => values.WriteAny()));
        }

        json.WriteObject(Ordered(members));
    }

    private void WriteResolvedByType(Resource sample) =>
        json.WriteObject(
            sample
                .Relationships.DeclaredRelationships.Where(_ => OneIn(2))
                .Select(member => (member.Name, (Action)(() => WriteLinkage(member.TargetType, isToMany: true))))
        );

    private void WriteId()
    {
        string id = $"{random.Next(1, MaxId)}";
        switch (random.Next(30))
        {
            case 0:
                json.WriteRaw(id);
                break;
            case 1:
                values.WriteAny();
                break;
            default:
                json.WriteString(id);
                break;
        }
    }

    private void WriteType(Resource sample)
    {
        switch (random.Next(60))
        {
            case 0:
                json.WriteString("things");
                break;
            case 1:
                json.WriteString(GeneratedResources.Names[random.Next(GeneratedResources.Names.Count)]);
                break;
            case 2:
                values.WriteAny();
                break;
            default:
                json.WriteString(sample.Type);
                break;
        }
    }

    private void Add(List<(string Name, Action Write)> members, int missingOneIn, string name, Action write)
    {
        if (!OneIn(missingOneIn))
        {
            members.Add((name, write));
        }
    }

    private IEnumerable<(string Name, Action Write)> Ordered(List<(string Name, Action Write)> members)
    {
        if (OneIn(4))
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(members));
        }

        return members;
    }

    private bool OneIn(int count) => random.Next(count) == 0;
}
