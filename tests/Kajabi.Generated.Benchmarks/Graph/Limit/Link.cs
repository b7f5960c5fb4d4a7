namespace Kajabi.Benchmarks.Graph.Limit;

/// <summary>Returns the resources that linkage identifies.</summary>
internal static class Link
{
    public static T? One<T>(ToOneRelationship? relationship)
        where T : Resource => (relationship?.Data as LinkedIdentifier)?.Resource as T;

    public static T[]? Many<T>(ToManyRelationship? relationship)
        where T : Resource
    {
        if (relationship?.Data is not { } identifiers)
        {
            return null;
        }

        T[] resources = new T[identifiers.Length];
        for (int index = 0; index < resources.Length; index++)
        {
            resources[index] = (T)((LinkedIdentifier)identifiers[index]).Resource!;
        }

        return resources;
    }
}
