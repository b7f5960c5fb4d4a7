namespace Kajabi.Benchmarks.Graph.SystemTextJson;

/// <summary>The included resources of a document by type and id.</summary>
internal sealed class ResourceIndex
{
    private readonly Dictionary<(string, string?), Resource> _resources = [];

    public void Add(List<Resource> included)
    {
        _resources.EnsureCapacity(_resources.Count + included.Count);
        foreach (Resource resource in included)
        {
            _resources[(TypeOf(resource), resource.Id)] = resource;
        }
    }

    public T Find<T>(ResourceIdentifier identifier)
        where T : Resource => (T)_resources[(identifier.Type!, identifier.Id)];

    public T[] Find<T>(ResourceIdentifier[] identifiers)
        where T : Resource
    {
        T[] found = new T[identifiers.Length];
        for (int index = 0; index < found.Length; index++)
        {
            found[index] = Find<T>(identifiers[index]);
        }

        return found;
    }

    private static string TypeOf(Resource resource) =>
        resource switch
        {
            Customer => Customer.ResourceType,
            Offer => Offer.ResourceType,
            ContactTag => ContactTag.ResourceType,
            Module => Module.ResourceType,
            _ => Lesson.ResourceType,
        };
}
