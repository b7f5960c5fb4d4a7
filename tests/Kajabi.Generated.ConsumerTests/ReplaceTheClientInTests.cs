using Moq;
using NSubstitute;

namespace Acme;

/// <summary>Moq and NSubstitute replace the client or one area; convenience methods run on top of the replaced operation.</summary>
public sealed class ReplaceTheClientInTests
{
    [Fact]
    public async Task Moq_replaces_the_client()
    {
        #region moq
        Mock<IKajabiClient> kajabi = new();
        kajabi
            .Setup(client => client.Contacts.GetContactAsync("123", It.IsAny<GetContactQuery?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                new ContactDocument
                {
                    Data = new Contact { Id = "123", Attributes = { Name = "Ann" } },
                }
            );

        string? name = await new Greeting(kajabi.Object).NameAsync("123");
        #endregion

        Assert.Equal("Ann", name);
    }

    [Fact]
    public async Task NSubstitute_replaces_an_area()
    {
        #region nsubstitute
        IContactsApi contacts = Substitute.For<IContactsApi>();
        contacts
            .ListContactsAsync(Arg.Any<ListContactsQuery?>(), Arg.Any<CancellationToken>())
            .Returns(new ContactCollection { Data = [new Contact { Id = "7", Attributes = { Email = "ann@example.com" } }] });

        Contact? found = await contacts.FindContactByEmailAsync("ann@example.com", siteId: "1"); // Calls ListContactsAsync.
        #endregion

        Assert.Equal("7", found?.Id);
    }

    [Fact]
    public async Task Moq_replaces_a_write_under_its_convenience_method()
    {
        Mock<IContactsApi> contacts = new();
        contacts
            .Setup(api => api.CreateContactAsync(It.IsAny<ContactDocument>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((ContactDocument body, CancellationToken _) => body);

        ContactDocument created = await contacts.Object.CreateContactAsync(
            new ContactAttributes { Email = "ann@example.com" },
            siteId: "1"
        );

        Assert.Equal("ann@example.com", created.Data.Attributes.Email);
        Assert.Equal("1", created.Data.Relationships.Site.Identifier?.Id);
    }

    [Fact]
    public async Task NSubstitute_replaces_the_pages_of_a_list()
    {
        IKajabiClient kajabi = Substitute.For<IKajabiClient>();
        kajabi
            .ContactTags.ListContactTagsAsync(Arg.Any<ListContactTagsQuery?>(), Arg.Any<CancellationToken>())
            .Returns(new ContactTagCollection { Data = [new ContactTag { Id = "8", Attributes = { Name = "VIP" } }] });

        await kajabi.AddContactTagsByNameAsync("123", ["VIP"], siteId: "1");

        await kajabi
            .Contacts.Received()
            .AddContactTagsAsync(
                "123",
                Arg.Is<Kajabi.JsonApi.RelationshipDocument>(body => body.Data.Single().Id == "8"),
                Arg.Any<CancellationToken>()
            );
    }

    [Fact]
    public async Task An_empty_list_of_ids_calls_the_convenience_method_and_is_rejected()
    {
        Mock<IContactsApi> contacts = new(MockBehavior.Strict);

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => contacts.Object.AddContactTagsAsync("123", []));

        Assert.Contains("list of ids is empty", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_operation_without_setup_is_reported()
    {
        Mock<IContactsApi> contacts = new();

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            contacts.Object.FindContactByEmailAsync("ann@example.com", siteId: "1")
        );

        Assert.Contains("mock", exception.Message, StringComparison.Ordinal);
    }

    private sealed class Greeting(IKajabiClient kajabi)
    {
        public async Task<string?> NameAsync(string id) => (await kajabi.Contacts.GetContactAsync(id)).Data.Attributes.Name;
    }
}
