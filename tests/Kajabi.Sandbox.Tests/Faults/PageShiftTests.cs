namespace Kajabi.Sandbox.Tests.Faults;

/// <summary>Lists that change while they are read.</summary>
public sealed class PageShiftTests : FaultTestBase
{
    [Theory]
    [InlineData(null)]
    [InlineData("created_at")]
    [InlineData("-created_at")]
    [InlineData("name")]
    public async Task An_insertion_between_two_pages_duplicates_a_resource(string? sort)
    {
        List<string> before = await ReadIdsAsync(sort);
        Sandbox.Faults.Add(SandboxFault.InsertAfterPage(), path: "/v1/contacts");

        List<string> read = await ReadIdsAsync(sort);

        Assert.Equal(before.Count + 1, read.Count);
        Assert.Equal(before[9], Assert.Single(read.GroupBy(static id => id), static group => group.Count() > 1).Key);
        Assert.Equal(before.Count + 1, (await ReadIdsAsync(sort)).Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("created_at")]
    [InlineData("-created_at")]
    [InlineData("name")]
    public async Task A_removal_between_two_pages_skips_a_resource(string? sort)
    {
        List<string> before = await ReadIdsAsync(sort);
        Sandbox.Faults.Add(SandboxFault.RemoveAfterPage(), path: "/v1/contacts");

        List<string> read = await ReadIdsAsync(sort);

        Assert.Equal([before[10]], before.Except(read));
        Assert.Equal([before[0]], before.Except(await ReadIdsAsync(sort)));
    }

    [Fact]
    public async Task A_request_that_is_no_list_is_not_changed_and_does_not_use_the_fault_up()
    {
        SandboxFaultRule rule = Sandbox.Faults.Add(SandboxFault.RemoveAfterPage(), times: 2);

        await Kajabi.Contacts.GetContactAsync("123");
        Assert.Equal(2, rule.RemainingCount);
        await Kajabi.Contacts.ListContactsAsync(new ListContactsQuery { Search = "no contact has this name" });
        Assert.Equal(1, rule.RemainingCount);

        Assert.Equal("123", (await Kajabi.Contacts.GetContactAsync("123")).Data.Id);
    }

    private async Task<List<string>> ReadIdsAsync(string? sort)
    {
        List<string> ids = [];
        for (int page = 1; ; page++)
        {
            ListContactsQuery query = new() { PageNumber = page, PageSize = 10 };
            if (sort is not null)
            {
                query.AdditionalParameters["sort"] = sort;
            }

            ContactCollection contacts = await Kajabi.Contacts.ListContactsAsync(query);
            if (contacts.Data.Count == 0)
            {
                return ids;
            }

            ids.AddRange(contacts.Data.Select(static contact => contact.Id));
        }
    }
}
