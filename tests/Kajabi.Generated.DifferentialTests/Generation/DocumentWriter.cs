using Kajabi.Tests.Dump;

namespace Kajabi.Tests.Generation;

/// <summary>Writes the JSON of a type.</summary>
/// <param name="random">The source of randomness.</param>
/// <param name="json">The document.</param>
/// <param name="values">The values of members.</param>
/// <param name="resources">The resources.</param>
internal sealed class DocumentWriter(Random random, RandomJsonWriter json, RandomValues values, RandomResources resources)
{
    private static readonly string[] s_events =
    [
        "tag_added",
        "tag_removed",
        "form_submission",
        "purchase",
        "payment_succeeded",
        "order_created",
        "unknown",
    ];

    /// <summary>Writes JSON of a type.</summary>
    /// <returns>The name of the type to read it as, which is rarely another one.</returns>
    public string Write(string typeName)
    {
        Type type = DocumentTypes.Find(typeName);
        switch (type)
        {
            case var _ when OneIn(60):
                values.WriteAny(levels: 4);
                break;
            case var _ when typeof(WebhookEvent).IsAssignableFrom(type) || type == typeof(WebhookDelivery):
                WriteDelivery();
                break;
            case var _ when type == typeof(MixedResourceCollection):
                WriteMixed();
                break;
            case var _ when type == typeof(RelationshipDocument):
                WriteDocument(() => resources.WriteLinkage("offers", OneIn(2)), RandomSample());
                break;
            case var _ when typeof(Document).IsAssignableFrom(type) && type.BaseType!.GenericTypeArguments is [var resource]:
                WriteDocument(
                    (Resource)Activator.CreateInstance(resource)!,
                    type.BaseType.Name.StartsWith("ResourceC", StringComparison.Ordinal)
                );
                break;
            case var _ when typeof(Document).IsAssignableFrom(type):
                WriteDocument(() => values.WriteAny(), RandomSample());
                break;
            case var _ when typeof(Resource).IsAssignableFrom(type):
                resources.WriteResource(
                    type.GetConstructor([]) is null || type.IsAbstract ? RandomSample() : (Resource)Activator.CreateInstance(type)!
                );
                break;
            case var _ when typeof(JsonApiObject).IsAssignableFrom(type):
                resources.WriteMembers((JsonApiObject)Activator.CreateInstance(type)!);
                break;
            case var _ when typeof(RelationshipsObject).IsAssignableFrom(type):
                resources.WriteRelationships((RelationshipsObject)Activator.CreateInstance(type)!);
                break;
            case var _ when typeof(Relationship).IsAssignableFrom(type):
                resources.WriteRelationship("offers", OneIn(2));
                break;
            default:
                values.WriteAny(levels: 5);
                break;
        }

        return OneIn(25) ? DocumentTypes.Names[random.Next(DocumentTypes.Names.Count)] : typeName;
    }

    private static Resource Sample(string type) => RandomResources.CreateSample(type);

    private Resource RandomSample() => Sample(GeneratedResources.Names[random.Next(GeneratedResources.Names.Count)]);

    private void WriteDocument(Resource sample, bool isList) =>
        WriteDocument(() => WriteData(sample, OneIn(40) ? !isList : isList), sample);

    private void WriteData(Resource sample, bool isList)
    {
        if (OneIn(60))
        {
            values.WriteAny();
        }
        else if (isList)
        {
            WriteList(sample);
        }
        else
        {
            resources.WriteResource(sample);
        }
    }

    private void WriteList(Resource sample)
    {
        List<Action> items = [.. Enumerable.Repeat(() => resources.WriteResource(sample), random.Next(6))];
        if (OneIn(60))
        {
            items.Add(() => values.WriteAny());
        }

        json.WriteArray(items);
    }

    private void WriteDocument(Action writeData, Resource sample)
    {
        List<(string Name, Action Write)> members = [];
        if (!OneIn(30))
        {
            members.Add(("data", writeData));
        }

        if (OneIn(2))
        {
            members.Insert(
                OneIn(3) ? 0 : members.Count,
                ("included", () => resources.WriteObjectOrOther(() => resources.WriteIncluded(sample)))
            );
        }

        AddOthers(members);
        json.WriteObject(members);
    }

    private void AddOthers(List<(string Name, Action Write)> members)
    {
        if (OneIn(3))
        {
            members.Insert(random.Next(members.Count + 1), ("links", () => resources.WriteObjectOrOther(resources.WriteLinks)));
        }

        if (OneIn(3))
        {
            members.Insert(random.Next(members.Count + 1), ("meta", () => resources.WriteObjectOrOther(WriteMeta)));
        }

        if (OneIn(12))
        {
            members.Add(
                ("jsonapi", () => resources.WriteObjectOrOther(() => json.WriteObject([("version", () => json.WriteString("1.1"))])))
            );
        }

        if (OneIn(40))
        {
            members.Insert(random.Next(members.Count + 1), ("errors", () => resources.WriteObjectOrOther(WriteErrors)));
        }

        if (OneIn(8))
        {
            members.Add((values.Name(), () => values.WriteAny()));
        }

        if (members.Count > 0 && OneIn(25))
        {
            members.Add(members[random.Next(members.Count)]);
        }
    }

    private void WriteMeta()
    {
        List<(string Name, Action Write)> members =
        [
            .. ((string[])["total_count", "total", "count", "total_pages", "current_page", "title", "version"])
                .Where(_ => OneIn(3))
                .Select(name => (name, (Action)(() => values.WriteDeclared(OneIn(2) ? typeof(long) : typeof(string))))),
            .. values.Members(2),
        ];
        if (OneIn(4))
        {
            members.Add(
                (
                    "pagination",
                    () => json.WriteObject([("current", () => values.WriteAny()), ("last", () => json.WriteRaw(values.Number()))])
                )
            );
        }

        json.WriteObject(members);
    }

    private void WriteErrors()
    {
        if (OneIn(4))
        {
            json.WriteObject(values.Members(2));
        }
        else
        {
            json.WriteArray(
                Enumerable.Repeat(
                    () => json.WriteObject([("title", () => json.WriteString("Invalid")), .. values.Members(2)]),
                    random.Next(3)
                )
            );
        }
    }

    private void WriteMixed()
    {
        Action list = () =>
            json.WriteArray(Enumerable.Range(0, random.Next(5)).Select(_ => (Action)(() => resources.WriteResource(RandomSample()))));
        if (OneIn(2))
        {
            list();
        }
        else
        {
            WriteDocument(list, RandomSample());
        }
    }

    private void WriteDelivery()
    {
        string name = s_events[random.Next(s_events.Length)];
        List<Resource> payload =
        [
            .. ((string[])["contacts", "contact_tags", "form_submissions", "purchases", "transactions", "orders", "customers", "offers"])
                .Where(_ => OneIn(2))
                .Select(static type => GeneratedResources.Create(type))
                .OfType<Resource>(),
        ];
        List<(string Name, Action Write)> members = [];
        if (!OneIn(10))
        {
            members.Add(("id", () => resources.WriteObjectOrOther(() => json.WriteString("1"))));
        }

        if (!OneIn(20))
        {
            members.Add(("event", () => resources.WriteObjectOrOther(() => json.WriteString(name))));
        }

        members.Insert(
            random.Next(members.Count + 1),
            (
                "payload",
                () =>
                    resources.WriteObjectOrOther(() =>
                        json.WriteArray(payload.Select(sample => (Action)(() => resources.WriteResource(sample))))
                    )
            )
        );
        AddOthers(members);
        json.WriteObject(members);
    }

    private bool OneIn(int count) => random.Next(count) == 0;
}
