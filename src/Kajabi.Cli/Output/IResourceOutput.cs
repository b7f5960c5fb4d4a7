namespace Kajabi.Cli.Output;

/// <summary>Where the resources of an answer go: to people or to a program.</summary>
internal interface IResourceOutput
{
    /// <summary>Writes the one resource that was asked for.</summary>
    void WriteOne(Resource resource);

    /// <summary>Writes one page of a list; <paramref name="page"/> may be empty.</summary>
    void WritePage(IReadOnlyList<Resource> page);
}
