using System.Text;
using Kajabi.Sandbox.Internal.Data.Loading;
using Kajabi.Sandbox.Internal.Reading;
using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Webhooks;
using Kajabi.Sandbox.Internal.Writing;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Tests.Data;

/// <summary>Damaged data is rejected with a <see cref="SandboxDataException"/>, or can be written and sold.</summary>
public sealed class RandomDataTests
{
    private const string Document = """
        {"data":[
        {"id":"10","type":"contacts","attributes":{"email":"ann@example.com","name":"Ann \ud83d\ude00","subscribed":true,"custom_1":"x"},
         "relationships":{"site":{"data":{"type":"sites","id":"1"}},"customer":{"data":{"type":"customers","id":"20"}},
          "tags":{"data":[{"type":"contact_tags","id":"30"}]},"offers":{"links":{"self":"x"}}}},
        {"id":"40","type":"offers","attributes":{"title":"Course","price_in_cents":500,"currency":"USD","subscription":false}},
        {"id":"50","type":"hooks","attributes":{"event":"purchase","target_url":"https://hooks.example.com/","resource_id":"40"}}
        ],"included":[
        {"id":"20","type":"customers","attributes":{"net_revenue":"12.5","created_at":"2026-01-05T12:00:00.000Z"}},
        {"id":"1","type":"sites","attributes":{"title":"Studio"}}
        ]}
        """;

    private static readonly string[] s_parts =
    [
        "\\ud800",
        "\"",
        "null",
        "5",
        "-1e99",
        "{}",
        "[]",
        "true",
        ",",
        ":",
        "\"id\":\"10\"",
        "\"type\":\"offers\"",
        "\"data\":",
        "\0",
        " ",
        "}",
        "]",
    ];

    [Fact]
    public async Task Damaged_documents_are_rejected_or_usable()
    {
        Random random = new(20260105);
        int accepted = 0;
        await using WebhookSender sender = new(new KajabiSandboxOptions(), new SandboxFaults());
        for (int round = 0; round < 5_000; round++)
        {
            byte[] utf8 = Damage(random);
            SandboxStore store = new(TimeProvider.System);
            try
            {
                new DataLoader(store).Load(DataFileReader.Read(utf8));
            }
            catch (SandboxDataException)
            {
                Assert.Empty(store.All);
                continue;
            }

            accepted++;
            Use(store, sender);
        }

        Assert.InRange(accepted, 50, 4_950); // Both happen.
    }

    /// <summary>Writes all resources, and sells the offer to the contact.</summary>
    private static void Use(SandboxStore store, WebhookSender sender)
    {
        ResourceWriter writer = new(store, "http://127.0.0.1", new SandboxQuery(QueryCollection.Empty), isList: true);
        foreach (SandboxResource resource in store.All)
        {
            Assert.NotEmpty(writer.Write(resource).ToJsonString());
        }

        if (store.Find("contacts", "10") is { } contact && store.Find("offers", "40") is { } offer)
        {
            Assert.Single(new Checkout(store, new WebhookPublisher(store, sender, "http://127.0.0.1")).Sell(contact, [offer]));
        }
    }

    /// <summary>Replaces one to three pieces of the document.</summary>
    private static byte[] Damage(Random random)
    {
        StringBuilder text = new(Document);
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            int start = random.Next(text.Length);
            text.Remove(start, Math.Min(random.Next(8), text.Length - start));
            text.Insert(start, random.Next(3) > 0 ? s_parts[random.Next(s_parts.Length)] : ((char)random.Next(32, 127)).ToString());
        }

        byte[] utf8 = Encoding.UTF8.GetBytes(text.ToString());
        if (random.Next(5) == 0)
        {
            utf8[random.Next(utf8.Length)] = (byte)random.Next(128, 256);
        }

        return utf8;
    }
}
