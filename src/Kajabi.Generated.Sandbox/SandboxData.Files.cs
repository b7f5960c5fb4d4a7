using System.Text;
using Kajabi.Sandbox.Internal.Data;
using Kajabi.Sandbox.Internal.Data.Loading;
using Kajabi.Sandbox.Internal.Data.Templates;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox;

/// <content>Resources from files.</content>
public sealed partial class SandboxData
{
    // Half of a surrogate pair is an error instead of another character.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Gets the attributes of the data that the API does not have, such as <c>contacts.height</c>, in alphabetical order. They are kept,
    /// because the API can have new attributes; <see cref="KajabiSandboxOptions.IsStrict"/> rejects them. Those that are probably
    /// misspelled are rejected in any case, with the name that is meant.
    /// </summary>
    /// <example><code>Assert.Empty(sandbox.Data.UnknownAttributes);</code></example>
    public IReadOnlyList<string> UnknownAttributes
    {
        get
        {
            lock (_store.SyncRoot)
            {
                return
                [
                    .. _store
                        .Types.Select(static type => (Type: type, Template: ResourceTemplates.Find(type)))
                        .SelectMany(pair =>
                            _store
                                .GetAll(pair.Type)
                                .SelectMany(static resource => resource.Attributes.Select(static attribute => attribute.Key))
                                .Distinct()
                                .Where(name => pair.Template?.HasAttribute(name) == false)
                                .Select(name => $"{pair.Type}.{name}")
                        )
                        .Order(StringComparer.Ordinal),
                ];
            }
        }
    }

    /// <summary>
    /// Gets the relationships of the data to resources that do not exist, such as <c>purchases 900: customer refers to customers 201, which
    /// does not exist</c>, in alphabetical order. They are kept, because a file of another type can add the resources.
    /// <see cref="KajabiSandboxOptions.IsStrict"/> rejects them.
    /// </summary>
    /// <example><code>Assert.Empty(sandbox.Data.UnresolvedReferences);</code></example>
    public IReadOnlyList<string> UnresolvedReferences
    {
        get
        {
            lock (_store.SyncRoot)
            {
                return Internal.Data.UnresolvedReferences.Find(_store);
            }
        }
    }

    /// <summary>
    /// Loads resources from a file: a JSON:API document with <c>data</c> and <c>included</c>, or what <c>kajabi export</c> writes as
    /// <c>ndjson</c> or <c>json</c>, also with <c>--include</c>. All of them are stored, or none.
    /// </summary>
    /// <remarks>
    /// Missing attributes receive default values, and relationships their other direction. A resource without a site belongs to that of its
    /// owner, or to the first site; a site that only relationships refer to is added. Relationships to other resources that are not in
    /// the data remain, and are returned as soon as another file adds these resources. Attributes that the API does not have are kept, and
    /// listed in <see cref="UnknownAttributes"/>, unless they are probably misspelled. With
    /// <see cref="KajabiSandboxOptions.IsStrict"/>, unknown attributes and <see cref="UnresolvedReferences"/> are rejected.
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
        try
        {
            return Load(s_utf8.GetBytes(json));
        }
        catch (EncoderFallbackException exception)
        {
            int line = 1 + json.AsSpan(0, exception.Index).Count('\n');
            throw new SandboxDataException($"Line {line}: the text {UnicodeText.Problem}.", line, innerException: exception);
        }
    }

    /// <summary>
    /// Returns a snapshot with the resources of a file in addition. It is restored when all files are loaded, so that one that is invalid
    /// changes nothing.
    /// </summary>
    /// <param name="snapshot">The snapshot, which does not change.</param>
    /// <param name="utf8">The content of the file.</param>
    /// <exception cref="SandboxDataException">The file is invalid; see <see cref="LoadAsync"/>.</exception>
    internal SandboxSnapshot AddTo(SandboxSnapshot snapshot, ReadOnlyMemory<byte> utf8)
    {
        SandboxStore store = _store.CreateCopy(snapshot.Data);
        new DataLoader(store).Load(DataFileReader.Read(utf8));
        return snapshot.WithData(store.Capture());
    }

    /// <summary>Returns the <see cref="UnresolvedReferences"/> of other data, such as those of several files.</summary>
    internal IReadOnlyList<string> FindUnresolvedReferences(StoreState data) =>
        Internal.Data.UnresolvedReferences.Find(_store.CreateCopy(data));

    private IReadOnlyList<SandboxIdentifier> Load(byte[] utf8)
    {
        IReadOnlyList<LoadedResource> resources = DataFileReader.Read(utf8);
        lock (_store.SyncRoot)
        {
            new DataLoader(_store).Load(resources, mustExist: _store.IsStrict);
        }

        return
        [
            .. resources
                .Where(static resource => !resource.IsIncluded)
                .Select(static resource => new SandboxIdentifier(resource.Type, resource.Id)),
        ];
    }
}
