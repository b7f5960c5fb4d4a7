namespace Acme;

/// <summary>Tests share a sandbox, and each starts with the same state.</summary>
public sealed class SandboxSnapshots : Example
{
    [Fact]
    public async Task Each_test_starts_with_the_same_state()
    {
        #region sandbox-snapshot
        SandboxContact ann = Sandbox.Data.AddContact("ann@example.com");
        SandboxSnapshot seeded = Sandbox.TakeSnapshot();

        await Client.Contacts.DeleteContactAsync(ann.Id);
        Sandbox.Restore(seeded);

        Assert.Empty(Sandbox.Requests); // Those of the other test are gone, too.
        Assert.Equal("ann@example.com", (await Client.Contacts.GetContactAsync(ann.Id)).Data.Attributes.Email);
        #endregion

        Sandbox.Reset();
        await Assert.ThrowsAsync<KajabiApiException>(() => Client.Contacts.GetContactAsync(ann.Id));
    }
}
