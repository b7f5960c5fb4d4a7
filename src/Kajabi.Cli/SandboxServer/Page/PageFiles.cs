namespace Kajabi.Cli.SandboxServer.Page;

/// <summary>The files that are embedded in the program.</summary>
internal static class PageFiles
{
    /// <summary>The composed OpenAPI document.</summary>
    public const string OpenApiDocument = "openapi.json";

    /// <summary>Reads a file.</summary>
    /// <param name="name">The name, without a folder.</param>
    /// <exception cref="InvalidOperationException">The program does not contain the file.</exception>
    public static byte[] Read(string name)
    {
#pragma warning disable RS0030 // Embedded files are not found by reflection, and trimming keeps them.
        using Stream file =
            typeof(PageFiles).Assembly.GetManifestResourceStream($"page/{name}")
            ?? throw new InvalidOperationException($"The program does not contain the file {name}.");
#pragma warning restore RS0030
        byte[] content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}
