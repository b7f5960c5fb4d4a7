using Kajabi.Composer.CommandLine;
using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>The document that the composer creates from an OpenAPI document and our overlay.</summary>
internal static class ComposedDocument
{
    private static readonly string s_openapi = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");

    /// <summary>Composes a document.</summary>
    /// <param name="vendorFile">A file of the vendor, for which the overlay may be too new. Default: null, our own file.</param>
    public static JObject Create(string? vendorFile = null)
    {
        string output = Path.GetTempFileName();
        try
        {
            using StringWriter errors = new();
            int exitCode = ComposeCommand.Run(
                vendorFile ?? Path.Combine(s_openapi, "openapi.yaml"),
                Path.Combine(s_openapi, "overlay.yaml"),
                output,
                vendorFile is not null,
                errors
            );
            Assert.True(exitCode == ExitCode.Clean, errors.ToString());
            return JObject.Parse(File.ReadAllText(output));
        }
        finally
        {
            File.Delete(output);
        }
    }
}
