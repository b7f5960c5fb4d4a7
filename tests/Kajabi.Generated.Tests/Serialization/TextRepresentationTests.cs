using System.Collections;
using System.Diagnostics;
using System.Reflection;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Kajabi.Tests.Serialization;

/// <summary>The text that loggers, debuggers and validators show.</summary>
public sealed class TextRepresentationTests
{
    private const string Personal = "ada@example.com";

    private const string Json = """
        { "data": { "id": "7", "type": "contacts", "attributes": { "email": "ada@example.com" },
                    "relationships": { "customer": { "data": { "type": "customers", "id": "9" } },
                      "tags": { "data": [{ "type": "contact_tags", "id": "1" }] } } },
          "included": [ { "id": "9", "type": "customers", "attributes": { "email": "ada@example.com" },
            "relationships": { "contact": { "data": { "type": "contacts", "id": "7" } } } },
                        { "id": "1", "type": "contact_tags", "attributes": { "name": "vip" } } ],
          "meta": { "owner": "ada@example.com" } }
        """;

    private static object[] Values
    {
        get
        {
            ContactDocument document = JsonApiSerializer.Deserialize<ContactDocument>(Json);
            WebhookEvent received = WebhookParser.Parse(
                """{"event":"tag_added","payload":[{"id":"7","type":"contacts","attributes":{"email":"ada@example.com"}}]}"""
            );
            return
            [
                document,
                document.Data,
                document.Data.Attributes,
                document.Data.Relationships,
                document.Data.Relationships.Tags,
                document.Meta!,
                document.Data.Customer!,
                received,
                received.Delivery!,
                new ContactDocument(),
                new Contact(),
                new RelationshipDocument(),
                new ContactCollection(),
                WebhookParser.Parse("no JSON"),
                new ContactNote { Relationships = { Contact = { Identifier = new("contacts", "7") } } },
            ];
        }
    }

    [Fact]
    public void A_destructuring_logger_writes_short_text_without_personal_data()
    {
        foreach (object value in Values)
        {
            Recorder recorder = new();
            using (Logger log = new LoggerConfiguration().WriteTo.Sink(recorder).CreateLogger())
            {
                log.Information("{@Value}", value);
            }

            Assert.DoesNotContain(Personal, recorder.Text, StringComparison.Ordinal);
            Assert.InRange(recorder.Text.Length, 1, 100);
        }
    }

    [Fact]
    public void A_destructuring_logger_writes_no_secret()
    {
        const string Secret = "secret-marker-0123456789";
        KajabiRequestOptions call = new();
        call.Headers["x-gateway-key"] = Secret;
        object[] values =
        [
            new KajabiClientOptions
            {
                ClientId = "id",
                ClientSecret = Secret,
                RefreshToken = Secret,
                AccessToken = Secret,
            },
            new AccessToken(Secret),
            call,
            new AspNetCore.KajabiWebhookOptions { Secrets = [Secret] },
        ];
        foreach (object value in values)
        {
            Recorder recorder = new();
            using (Logger log = new LoggerConfiguration().WriteTo.Sink(recorder).CreateLogger())
            {
                log.Information("{@Value}", value);
            }

            Assert.NotEmpty(recorder.Text);
            Assert.DoesNotContain(Secret, recorder.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_value_of_a_header_is_in_no_JSON_of_the_request_options()
    {
        const string Secret = "secret-marker-0123456789";
        KajabiRequestOptions options = new() { Headers = { ["x-gateway-key"] = Secret } };

        Assert.DoesNotContain(Secret, Newtonsoft.Json.JsonConvert.SerializeObject(options), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, System.Text.Json.JsonSerializer.Serialize(options), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_and_the_debugger_show_the_resource_identifier()
    {
        Assert.Equal("contacts/7", JsonApiSerializer.Deserialize<ContactDocument>(Json).ToString());
        Assert.All(
            Values,
            value =>
            {
                Assert.DoesNotContain(Personal, value.ToString(), StringComparison.Ordinal);
                Assert.Equal([value.ToString()], ((IEnumerable)value).OfType<string>());
                Assert.Equal("{ToString(),nq}", value.GetType().GetCustomAttribute<DebuggerDisplayAttribute>(inherit: true)?.Value);
            }
        );
    }

    [Fact]
    public void Objects_with_the_same_ToString_text_are_not_equal_as_collections()
    {
        Assert.NotEqual(new ContactAttributes { Name = "Ada" }, new ContactAttributes { Name = "Grace" });
        Assert.NotEqual<object>(new Contact { Id = "7" }, new Contact { Id = "7" });

        ContactAttributes attributes = new();
        Assert.Equal(((IEnumerable)attributes).Cast<object>(), ((IEnumerable)attributes).Cast<object>());
    }

    [Fact]
    public void No_public_getter_throws()
    {
        HashSet<object> visited = new(ReferenceEqualityComparer.Instance);
        Queue<object> queue = new(Values);
        while (queue.TryDequeue(out object? value))
        {
            if (!visited.Add(value) || value.GetType().Namespace != nameof(Kajabi))
            {
                continue;
            }

            foreach (PropertyInfo property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
            {
                object? next = property.GetValue(value);
                foreach (object? one in Elements(next).Append(next))
                {
                    if (one is not null)
                    {
                        queue.Enqueue(one);
                    }
                }
            }
        }

        Assert.InRange(visited.Count, 50, int.MaxValue);
    }

    /// <summary>Enumerates a collection like a logger or a validator, without its type.</summary>
    private static IEnumerable<object?> Elements(object? value)
    {
        if (value is IEnumerable collection and not string)
        {
            foreach (object? element in collection)
            {
                yield return element;
            }
        }
    }

    private sealed class Recorder : ILogEventSink
    {
        public string Text { get; private set; } = string.Empty;

        public void Emit(LogEvent logEvent) => Text = logEvent.Properties["Value"].ToString();
    }
}
