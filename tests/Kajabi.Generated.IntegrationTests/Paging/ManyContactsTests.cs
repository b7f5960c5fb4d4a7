using System.Globalization;
using Kajabi.Sandbox;
using Xunit.Abstractions;

namespace Kajabi.IntegrationTests.Paging;

/// <summary>Measures the memory of the process; not parallel with other tests.</summary>
[CollectionDefinition(nameof(ManyContactsTests), DisableParallelization = true)]
[Collection(nameof(ManyContactsTests))]
public sealed class ManyContactsTests(ITestOutputHelper output)
{
    private const int Count = 1_000_000;
    private const int PageSize = 500;
    private const int Measured = 100_000;

    [Fact]
    public async Task A_million_contacts_are_read_with_constant_memory()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = Count });
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);
        ListContactsQuery query = new()
        {
            SiteId = KajabiSandboxOptions.GeneratedSiteId,
            PageSize = PageSize,
            Fields = { Contacts = [ContactField.Email] },
        };

        List<long> live = [];
        List<long> allocated = [];
        long first = 0;
        long read = 0;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await foreach (Contact contact in kajabi.Contacts.ListAllContactsAsync(query))
        {
            // The ids are consecutive, the newest first, so that no contact is skipped.
            long id = long.Parse(contact.Id, CultureInfo.InvariantCulture);
            first = read == 0 ? id : first;
            Assert.Equal(first - read, id);
            if (++read % Measured == 0)
            {
                allocated.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
                live.Add(GC.GetTotalMemory(forceFullCollection: true));
                before = GC.GetTotalAllocatedBytes(precise: true);
            }
        }

        output.WriteLine(
            $"Live bytes after each {Measured}: {string.Join(' ', live)}; "
                + $"allocated bytes, sandbox included: {string.Join(' ', allocated)}."
        );
        Assert.Equal(Count, read);

        // The first part is a warm-up: JIT compilation, pools, caches.
        Assert.InRange(live.Skip(1).Max() - live[1], long.MinValue, 4 * 1024 * 1024);
        Assert.InRange(allocated.Skip(1).Max(), 0, allocated[1] * 1.1);
    }
}
