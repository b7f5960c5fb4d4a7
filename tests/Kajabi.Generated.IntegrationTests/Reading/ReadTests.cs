using System.Net;
using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Reading;

/// <summary>Reads over a real socket.</summary>
public sealed class ReadTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private KajabiClient Kajabi => fixture.Client;

    [Fact]
    public async Task A_contact_is_read_with_its_offers_tags_and_customer()
    {
        ContactDocument document = await Kajabi.Contacts.GetContactAsync(
            "123",
            new GetContactQuery
            {
                Include = [ContactInclude.Offers, ContactInclude.Tags, ContactInclude.Customer],
                Fields = { Customers = [CustomerField.NetRevenue] },
            }
        );

        Contact contact = document.Data;
        Assert.Equal("johanna@example.com", contact.Attributes.Email);
        Assert.Equal(19900, contact.Offers[0].Attributes.PriceInCents);
        Assert.Equal(["Workshop 2026", "Wholesale"], contact.Tags.Select(tag => tag.Attributes.Name));
        Assert.Equal("199.0", contact.Customer?.Attributes.NetRevenue);
        Assert.False(contact.Customer!.Attributes.IsPresent("email"));
        Assert.Equal(HttpStatusCode.OK, document.Response?.StatusCode);
        Assert.NotNull(document.Response?.RequestId);
    }

    [Fact]
    public async Task Nested_includes_load_the_media_of_lessons()
    {
        Course course = (
            await Kajabi.Courses.GetCourseAsync(
                "501",
                new GetCourseQuery { Include = [CourseInclude.Modules, CourseInclude.Lessons, CourseInclude.LessonsMedia] }
            )
        ).Data;

        Assert.Equal([1L, 2L], course.Modules.Select(module => module.Attributes.Position!.Value));
        Assert.Equal("531", course.Lessons[0].Media?.Id);
        Assert.Equal(12, (int?)course.Lessons[0].Media?.Attributes["duration_in_minutes"]);
    }

    [Fact]
    public async Task Lists_are_filtered_sorted_and_paged()
    {
        ContactCollection page = await Kajabi.Contacts.ListContactsAsync(
            new ListContactsQuery
            {
                SiteId = "1",
                Subscribed = true,
                Sort = [ContactSort.Email.Descending],
                PageSize = 5,
                PageNumber = 2,
            }
        );

        Assert.Equal(5, page.Data.Count);
        Assert.All(page.Data, contact => Assert.True(contact.Attributes.Subscribed));
        Assert.Equal(
            page.Data.Select(contact => contact.Attributes.Email).OrderDescending(StringComparer.Ordinal),
            page.Data.Select(contact => contact.Attributes.Email)
        );
        Assert.Equal(2, page.Meta?.CurrentPage);
        Assert.NotNull(page.Links?.Prev);
    }

    [Fact]
    public async Task A_list_contains_only_links_unless_a_relationship_is_included()
    {
        Contact without = (await Kajabi.Contacts.ListContactsAsync(new ListContactsQuery { Search = "johanna" })).Data.Single();
        Contact with = (
            await Kajabi.Contacts.ListContactsAsync(new ListContactsQuery { Search = "johanna", Include = [ContactInclude.Offers] })
        ).Data.Single();

        Assert.Equal(RelationshipState.LinksOnly, without.Relationships.Offers.State);
        Assert.Equal(RelationshipState.Loaded, with.Relationships.Offers.State);
    }

    [Fact]
    public async Task Included_resources_are_found_when_a_sparse_fieldset_omits_the_linkage()
    {
        Contact contact = (
            await Kajabi.Contacts.GetContactAsync(
                "123",
                new GetContactQuery { Include = [ContactInclude.Customer], Fields = { Contacts = [ContactField.Email] } }
            )
        ).Data;

        Assert.Equal("199.0", contact.Customer?.Attributes.NetRevenue);
    }

    [Fact]
    public async Task Errors_have_the_matching_kind()
    {
        KajabiApiException unknown = await Assert.ThrowsAsync<KajabiApiException>(() => Kajabi.Contacts.GetContactAsync("999"));
        KajabiApiException taken = await Assert.ThrowsAsync<KajabiApiException>(() =>
            Kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "johanna@example.com" }, siteId: "1")
        );
        await using KajabiSandbox strict = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { ForbiddenTypes = { "transactions" } });
        using KajabiClient limited = SandboxFixture.CreateClient(strict);
        KajabiApiException forbidden = await Assert.ThrowsAsync<KajabiApiException>(() => limited.Transactions.ListTransactionsAsync());
        using KajabiClient unauthenticated = new(
            new KajabiClientOptions
            {
                BaseAddress = strict.BaseAddress,
                ClientId = "x",
                ClientSecret = "y",
            }
        );
        KajabiApiException unauthorized = await Assert.ThrowsAsync<KajabiApiException>(() => unauthenticated.Me.GetMeAsync());

        Assert.Equal(
            [KajabiErrorKind.NotFound, KajabiErrorKind.Validation, KajabiErrorKind.Forbidden, KajabiErrorKind.Unauthorized],
            [unknown.Kind, taken.Kind, forbidden.Kind, unauthorized.Kind]
        );
        Assert.Equal("/data/attributes/email", taken.Errors.Single().Pointer);
    }

    [Fact]
    public async Task Reads_after_writes_return_the_changes()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = SandboxFixture.CreateClient(sandbox);

        Contact created = (
            await kajabi.Contacts.CreateContactAsync(
                new ContactAttributes
                {
                    Name = "Ada",
                    Email = "ada@example.com",
                    PhoneNumber = "1",
                },
                siteId: "1"
            )
        ).Data;
        await kajabi.Contacts.AddContactTagsAsync(created.Id, ["789"]);
        await kajabi.Contacts.GrantContactOffersAsync(created.Id, ["456"], WelcomeEmail.DoNotSend);
        await kajabi.Contacts.UpdateContactAsync(created.Id, new ContactAttributes { PhoneNumber = null });

        Contact read = (
            await kajabi.Contacts.GetContactAsync(
                created.Id,
                new GetContactQuery { Include = [ContactInclude.Tags, ContactInclude.Customer, ContactInclude.Offers] }
            )
        ).Data;
        Assert.Null(read.Attributes.PhoneNumber);
        Assert.Equal("Ada", read.Attributes.Name);
        Assert.Equal("789", read.Tags.Single().Id);
        Assert.Equal("ada@example.com", read.Customer?.Attributes.Email);
        Assert.Equal("456", read.Offers.Single().Id);

        Assert.Equal(HttpStatusCode.OK, (await kajabi.Contacts.DeleteContactAsync(created.Id)).StatusCode);
        await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Contacts.GetContactAsync(created.Id));
        Assert.Equal(HttpStatusCode.NoContent, (await kajabi.Webhooks.DeleteWebhookAsync("831")).StatusCode);
    }
}
