using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Writing;

/// <summary>Concurrent upserts of one contact, over real sockets.</summary>
public sealed class SaveContactRaceTests
{
    [Fact]
    public async Task Concurrent_upserts_create_one_contact_with_the_attributes_of_all_callers()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);

        ContactDocument[] saved = await Task.WhenAll(
            Enumerable
                .Range(1, 16)
                .Select(number =>
                    kajabi.Contacts.SaveContactByEmailAsync(
                        new ContactAttributes
                        {
                            Email = number % 2 == 0 ? "ada@example.com" : "Ada@Example.com",
                            [$"custom_{number}"] = $"value {number}",
                        },
                        siteId: "1"
                    )
                )
        );

        string id = Assert.Single(saved.Select(document => document.Data.Id).Distinct());
        Contact contact = (await kajabi.Contacts.GetContactAsync(id)).Data;
        Assert.All(Enumerable.Range(1, 16), number => Assert.Equal($"value {number}", (string?)contact.Attributes[$"custom_{number}"]));
        Assert.Equal(
            1,
            (await kajabi.Contacts.ListContactsAsync(new ListContactsQuery { EmailContains = "ada@example.com" })).Meta?.TotalCount
        );
    }
}
