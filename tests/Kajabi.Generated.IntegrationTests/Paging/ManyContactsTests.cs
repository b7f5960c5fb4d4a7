using System.Globalization;
using Kajabi.IntegrationTests.Sandbox;
using Kajabi.Sandbox;
using Xunit.Abstractions;

namespace Kajabi.IntegrationTests.Paging;

/// <summary>Measures the memory of the process, so that nothing else may run beside it.</summary>
[CollectionDefinition(nameof(ManyContactsTests), DisableParallelization = true)]
[Collection(nameof(ManyContactsTests))]
public sealed class ManyContactsTests(ITestOutputHelper output)
{
    private const int Count = 1_000_000;
    private const int PageSize = 500;
    private const int Measured = 100_000;

    [Fact]
    public async Task A_million_contacts_are_read_in_the_memory_of_a_page()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = Count });
        using KajabiClient kajabi = SandboxFixture.ClientOf(sandbox);
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
            // In order and without a gap, which a count alone would not tell.
            long id = long.Parse(contact.Id, CultureInfo.InvariantCulture);
            first = read == 0 ? id : first;
            Assert.Equal(first + read, id);
            if (++read % Measured == 0)
            {
                allocated.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
                live.Add(GC.GetTotalMemory(forceFullCollection: true));
                before = GC.GetTotalAllocatedBytes(precise: true);
            }
        }

        output.WriteLine(
            $"Live after each {Measured}: {string.Join(' ', live)}; allocated meanwhile, sandbox included: {string.Join(' ', allocated)} bytes."
        );
        Assert.Equal(Count, read);

        // The first stretch warms up: it compiles, and fills pools and caches.
        Assert.InRange(live.Skip(1).Max() - live[1], long.MinValue, 4 * 1024 * 1024);
        Assert.InRange(allocated.Skip(1).Max(), 0, allocated[1] * 1.1);
    }
}
