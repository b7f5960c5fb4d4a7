using System.Text;
using Kajabi.Sandbox.Internal.Data.Loading;

namespace Kajabi.Sandbox;

/// <content>Resources from files.</content>
public sealed partial class SandboxData
{
    /// <summary>
    /// Loads resources from a file: a JSON:API document with <c>data</c> and <c>included</c>, or what <c>kajabi export</c> writes as
    /// <c>ndjson</c> or <c>json</c>, also with <c>--include</c>. All of them are stored, or none.
    /// </summary>
    /// <remarks>
    /// Missing attributes receive default values, and relationships their other direction. A resource without a site belongs to that of its
    /// owner, or to the first site; a site that only relationships refer to is added. Relationships to other resources that are not in
    /// the data remain, and are returned as soon as another file adds these resources.
    /// </remarks>
    /// <param name="path">The path of the file, in UTF-8.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The loaded resources, without the included ones.</returns>
    /// <exception cref="SandboxDataException">
    /// The file is no such file, a resource is invalid or exists in the sandbox, or two resources contradict each other. The message names
    /// the line, the resource and the cause.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>await sandbox.Data.LoadAsync("contacts.ndjson");</code></example>
    public async Task<IReadOnlyList<SandboxIdentifier>> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Load(await File.ReadAllBytesAsync(path, cancellationToken));
    }

    /// <summary>Loads resources from a text with the format of a file; see <see cref="LoadAsync"/>.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The loaded resources, without the included ones.</returns>
    /// <exception cref="SandboxDataException">
    /// The text is invalid, a resource is invalid or exists in the sandbox, or two resources contradict each other. The message names the
    /// line, the resource and the cause.
    /// </exception>
    public IReadOnlyList<SandboxIdentifier> Load(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Load(Encoding.UTF8.GetBytes(json));
    }

    private IReadOnlyList<SandboxIdentifier> Load(byte[] utf8)
    {
        List<LoadedResource> resources = DataFileReader.Read(utf8);
        lock (_store.SyncRoot)
        {
            new DataLoader(_store).Load(resources);
        }

        return
        [
            .. resources
                .Where(static resource => !resource.IsIncluded)
                .Select(static resource => new SandboxIdentifier(resource.Type, resource.Id)),
        ];
    }
}
