using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Writing;

/// <summary>A write that would change nothing is rejected before it is sent.</summary>
public sealed class EmptyWriteTests
{
    [Fact]
    public async Task Attributes_without_an_assigned_member_are_rejected_and_the_message_lists_the_writable_members()
    {
        using TestKajabi kajabi = new();
        MockedRequest anyRequest = kajabi.Network.When("*");
        ContactAttributes received = JsonApiSerializer
            .Deserialize<ContactDocument>("""{"data":{"id":"7","type":"contacts","attributes":{"name":"Ada"}}}""")
            .Data.Attributes;
        received["created_at"] = "2024-01-15T10:30:00Z"; // Read-only, so it would not be sent.

        ArgumentException update = await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.Contacts.UpdateContactAsync("7", received)
        );
        ArgumentException create = await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.Contacts.CreateContactAsync(new ContactDocument())
        );

        Assert.Contains(nameof(ContactAttributes.PhoneNumber), update.Message, StringComparison.Ordinal);
        Assert.Contains("ContactAttributes", create.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(ContactAttributes.CreatedAt), update.Message, StringComparison.Ordinal);
        Assert.Equal(0, kajabi.Network.GetMatchCount(anyRequest));
    }

    [Fact]
    public async Task A_relationship_body_without_data_or_with_an_identifier_without_id_is_rejected()
    {
        using TestKajabi kajabi = new();
        MockedRequest anyRequest = kajabi.Network.When("*");

        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.Contacts.AddContactTagsAsync("7", new RelationshipDocument()));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.Contacts.AddContactTagsAsync("7", new RelationshipDocument { Data = [new ContactTag().Identifier] })
        );
        ContactNoteDocument note = new()
        {
            Data = { Attributes = { Body = "x" }, Relationships = { Contact = { Identifier = new Contact().Identifier } } },
        };
        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.ContactNotes.CreateContactNoteAsync(note));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.Contacts.UpdateContactAsync(new Contact().Id, new ContactAttributes { Name = "Ada" })
        );

        Assert.Equal(0, kajabi.Network.GetMatchCount(anyRequest));
    }
}
