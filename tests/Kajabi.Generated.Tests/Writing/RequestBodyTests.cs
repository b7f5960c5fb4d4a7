using System.Net;
using System.Reflection;
using Kajabi.Tests.Client;
using Newtonsoft.Json.Linq;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Writing;

public sealed class RequestBodyTests
{
    private const string Other = "custom_150";

    /// <summary>Every writable attribute of every operation that accepts attributes.</summary>
    public static TheoryData<string, string> WritableAttributes
    {
        get
        {
            TheoryData<string, string> attributes = [];
            foreach (MethodInfo write in Writes)
            {
                JsonApiObject sample = (JsonApiObject)Activator.CreateInstance(GetAttributesType(write))!;
                foreach (JsonApiMember member in sample.DeclaredMembers.Where(member => !member.IsReadOnly))
                {
                    attributes.Add(write.Name, member.Name);
                }
            }

            return attributes;
        }
    }

    private static IEnumerable<MethodInfo> Writes =>
        typeof(KajabiClient)
            .Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("ApiExtensions", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.Name != nameof(ContactsApiExtensions.SaveContactByEmailAsync))
            .Where(method => method.GetParameters().Any(parameter => parameter.Name == "attributes"));

    [Fact]
    public void Six_operations_accept_attributes() =>
        Assert.Equal(
            [
                "CreateContactAsync",
                "CreateContactNoteAsync",
                "CreateWebhookAsync",
                "SubmitFormAsync",
                "UpdateContactAsync",
                "UpdateContactNoteAsync",
            ],
            Writes.Select(write => write.Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(WritableAttributes))]
    public async Task Null_unset_and_assigned_attributes_are_distinguished_in_the_JSON(string operation, string attribute)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        List<string> bodies = [];
        kajabi.Network.Fallback.Respond(async request =>
        {
            lock (bodies)
            {
                bodies.Add(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult());
            }

            await Task.Yield();
            return new HttpResponseMessage(HttpStatusCode.UnprocessableEntity);
        });

        // Concurrently, to show that requests do not share assigned members.
        await Task.WhenAll(
            ((bool?[])[true, false, null])
                .SelectMany(kind => Enumerable.Repeat(kind, 5))
                .Select(kind => SendAsync(kajabi.Client, operation, attribute, kind))
        );

        ILookup<string, string> kinds = bodies
            .Select(body => new JObject(
                ((JObject)JObject.Parse(body)["data"]!["attributes"]!).Properties().Where(member => member.Name != Other)
            ))
            .ToLookup(
                attributes =>
                    attributes.Count switch
                    {
                        0 => "unset",
                        1 when attributes[attribute] is { Type: JTokenType.Null } => "null",
                        1 when attributes[attribute] is not null => "value",
                        _ => "other",
                    },
                attributes => attributes.ToString()
            );
        Assert.Equal((5, 5, 5, 0), (kinds["value"].Count(), kinds["null"].Count(), kinds["unset"].Count(), kinds["other"].Count()));
    }

    [Fact]
    public async Task A_new_note_is_sent_with_its_contact_relationship()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        string? sent = await GetBodyAsync(
            kajabi,
            () => kajabi.Client.ContactNotes.CreateContactNoteAsync(new ContactNoteAttributes { Body = "Called back." }, contactId: "7")
        );

        Assert.Equal(
            """{"data":{"type":"contact_notes","attributes":{"body":"Called back."}"""
                + ""","relationships":{"contact":{"data":{"type":"contacts","id":"7"}}}}}""",
            sent
        );
    }

    [Fact]
    public async Task An_update_contains_the_id_and_a_form_submission_does_not()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();

        Assert.Equal(
            """{"data":{"id":"7","type":"contacts","attributes":{"custom_17":"blue"}}}""",
            await GetBodyAsync(
                kajabi,
                () => kajabi.Client.Contacts.UpdateContactAsync("7", new ContactAttributes { ["custom_17"] = "blue" })
            )
        );
        Assert.Equal(
            """{"data":{"type":"form_submissions","attributes":{"name":"Ada"}}}""",
            await GetBodyAsync(kajabi, () => kajabi.Client.Forms.SubmitFormAsync("default", new FormSubmissionAttributes { Name = "Ada" }))
        );
    }

    [Theory]
    [InlineData(WelcomeEmail.Send, "true")]
    [InlineData(WelcomeEmail.DoNotSend, "false")]
    public async Task A_grant_contains_the_welcome_email_setting(WelcomeEmail welcomeEmail, string json)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();

        string? sent = await GetBodyAsync(kajabi, () => kajabi.Client.Contacts.GrantContactOffersAsync("7", ["456"], welcomeEmail));

        Assert.Equal("""{"data":[{"type":"offers","id":"456"}],"meta":{"send_customer_welcome_email":""" + json + "}}", sent);
    }

    [Fact]
    public async Task An_empty_list_removes_all_only_with_RemoveAll()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();

        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.Contacts.ReplaceContactTagsAsync("7", []));
        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.Contacts.AddContactTagsAsync("7", []));
        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.Contacts.AddContactTagsAsync("7", ["1", " "]));
        Assert.Equal(
            """{"data":[]}""",
            await GetBodyAsync(kajabi, () => kajabi.Client.Contacts.ReplaceContactTagsAsync("7", [], EmptyListBehavior.RemoveAll))
        );
    }

    private static async Task<string?> GetBodyAsync(TestKajabi kajabi, Func<Task> call)
    {
        string? body = null;
        kajabi.Network.Fallback.Respond(async request =>
        {
            body = await request.Content!.ReadAsStringAsync();
            return new HttpResponseMessage(HttpStatusCode.UnprocessableEntity);
        });
        await Assert.ThrowsAsync<KajabiApiException>(call);
        return body;
    }

    private static async Task SendAsync(KajabiClient client, string operation, string attribute, bool? kind)
    {
        MethodInfo write = Writes.Single(method => method.Name == operation);
        object area = typeof(KajabiClient)
            .GetProperties()
            .Single(property => property.PropertyType == write.GetParameters()[0].ParameterType)
            .GetValue(client)!;
        JsonApiObject attributes = (JsonApiObject)Activator.CreateInstance(GetAttributesType(write))!;
        attributes[Other] = "x"; // A write with nothing assigned is rejected.
        Assign(attributes, attribute, kind);
        object?[] arguments =
        [
            .. write
                .GetParameters()
                .Select(parameter =>
                    parameter.Name switch
                    {
                        "api" => area,
                        "attributes" => attributes,
                        "cancellationToken" => CancellationToken.None,
                        _ => (object)"7",
                    }
                ),
        ];
        await Assert.ThrowsAsync<KajabiApiException>(() => (Task)write.Invoke(null, arguments)!);
    }

    private static Type GetAttributesType(MethodInfo write) =>
        write.GetParameters().Single(parameter => parameter.Name == "attributes").ParameterType;

    /// <summary>Assigns a value or null to the property of an attribute, or leaves it unset.</summary>
    private static void Assign(JsonApiObject attributes, string attribute, bool? kind)
    {
        PropertyInfo property = attributes
            .GetType()
            .GetProperty(attributes.DeclaredMembers.Single(member => member.Name == attribute).PropertyName)!;
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (kind is { } hasValue)
        {
            property.SetValue(
                attributes,
                !hasValue ? null
                    : type == typeof(bool) ? true
                    : type == typeof(string) ? "x"
                    : Activator.CreateInstance(type, "x")
            );
        }
    }
}
