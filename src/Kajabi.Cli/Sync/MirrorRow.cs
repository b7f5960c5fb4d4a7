using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kajabi.Cli.Output;
using Newtonsoft.Json;

namespace Kajabi.Cli.Sync;

/// <summary>A resource as it is stored.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Raw">The resource as JSON, with the identifiers of its relationships.</param>
/// <param name="Hash">The hash of the JSON and of the columns of the table. A row with the same hash need not be written.</param>
internal sealed record MirrorRow(Resource Resource, string Raw, string Hash)
{
    /// <param name="resource">The resource.</param>
    /// <param name="columns">The names of the columns, so that all rows are written when a version adds a column.</param>
    public static MirrorRow Create(Resource resource, string columns)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using (JsonTextWriter json = new(text))
        {
            new ResourceJson(json, resource, ResourcePlacement.CreateIdentifiersOnly()).Write();
        }

        string raw = text.ToString();
        return new MirrorRow(resource, raw, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{columns}\n{raw}"))));
    }
}
