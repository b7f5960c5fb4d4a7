namespace Kajabi.Cli.Output;

/// <summary>Writes the resources of a response, human-readable or as JSON.</summary>
internal interface IResourceOutput
{
    /// <summary>Writes a single resource.</summary>
    void WriteOne(Resource resource);

    /// <summary>Writes one page of a list; <paramref name="page"/> may be empty.</summary>
    void WritePage(IReadOnlyList<Resource> page);
}
