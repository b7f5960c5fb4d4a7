namespace Kajabi.Sandbox.Tests.LikeTheService;

/// <summary>Tests with a sandbox of their own, which they change.</summary>
public abstract class RawSandboxTestBase : IAsyncLifetime
{
    private readonly KajabiSandboxOptions _options = new();
    private RawSandbox? _sandbox;

    private protected RawSandbox Sandbox => _sandbox!;

    public async Task InitializeAsync()
    {
        Configure(_options);
        _sandbox = await RawSandbox.StartAsync(_options);
    }

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();

    /// <summary>Writes a document with one resource.</summary>
    internal static string Write(string type, string attributes, string relationships = "{}") =>
        $$"""{ "data": { "type": "{{type}}", "attributes": {{attributes}}, "relationships": {{relationships}} } }""";

    internal static string WriteContact(string attributes) =>
        Write("contacts", attributes, """{ "site": { "data": { "type": "sites", "id": "1" } } }""");

    /// <summary>Sets options before the sandbox starts.</summary>
    protected virtual void Configure(KajabiSandboxOptions options) { }
}
