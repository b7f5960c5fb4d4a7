using System.Text;
using CsCheck;
using Kajabi.Tests.Documents;
using Kajabi.Tests.Dump;
using Kajabi.Tests.Fuzz;

namespace Kajabi.Tests.Generation;

/// <summary>Generates documents of all types, well-formed and malformed ones. Each is determined by its number.</summary>
internal static class DocumentGenerator
{
    private const int Factor = 7919;
    private const ulong Seed = 0x4b616a616269;

    private static readonly string[] s_ends = ["{}", ",", "}", " null", "\0", "// end", "x"];

    private static readonly byte[] s_mark = [0xef, 0xbb, 0xbf];

    private static readonly string[] s_documents = [.. DocumentTypes.Names.Where(static name => FindResource(name) is not null)];

    /// <summary>Returns the document with a number.</summary>
    public static DocumentCase Create(int number)
    {
        Random random = new(unchecked(number * Factor));
        RandomJsonWriter json = new(random);
        RandomValues values = new(random, json);
        DocumentWriter writer = new(random, json, values, new RandomResources(random, json, values));
        string type = writer.Write(ChooseType(random));
        string text = json.ToString();
        if (random.Next(25) == 0)
        {
            text = text[..random.Next(text.Length + 1)];
        }
        else if (random.Next(60) == 0)
        {
            text += s_ends[random.Next(s_ends.Length)];
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(25) == 0)
        {
            bytes = [.. s_mark, .. bytes];
        }

        return new DocumentCase($"random document {number}", type, random.Next(12) == 0 ? Mutate(bytes, number) : bytes, number);
    }

    /// <summary>Returns the resource that a type contains; null for a type that does not determine it.</summary>
    private static Resource? FindResource(string name)
    {
        Type type = DocumentTypes.Find(name);
        Type? resource =
            typeof(Document).IsAssignableFrom(type) ? type.BaseType!.GenericTypeArguments.FirstOrDefault()
            : typeof(Resource).IsAssignableFrom(type) ? type
            : null;
        return resource?.GetConstructor([]) is null || resource.IsAbstract ? null : (Resource)Activator.CreateInstance(resource)!;
    }

    private static string ChooseType(Random random)
    {
        // Documents of resources, which are most of the responses, more often than the others.
        IReadOnlyList<string> names = random.Next(3) == 0 ? DocumentTypes.Names : s_documents;
        return names[random.Next(names.Count)];
    }

    private static byte[] Mutate(byte[] bytes, int number) =>
        Mutation.Any.Array[1, 3].Generate(new PCG((uint)number, Seed), null, out _).Aggregate(bytes, static (text, one) => one.Apply(text));
}
