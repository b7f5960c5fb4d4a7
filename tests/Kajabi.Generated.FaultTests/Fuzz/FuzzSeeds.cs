using System.Text;

namespace Kajabi.Tests.Fuzz;

/// <summary>The texts that fuzzing begins with: small ones of our own, and the vendor's documents where they are at hand.</summary>
internal static class FuzzSeeds
{
    /// <summary>Our own, which are the same everywhere, so that a case can be repeated by its number.</summary>
    public static IReadOnlyList<byte[]> Own { get; } =
    [
        .. new[]
        {
            Documents.Contact,
            """{"data":{"id":"123","type":"contacts","attributes":{"name":"Ada","subscribed":true,"created_at":"2024-01-15T10:30:00.669Z","custom_17":{"a":[1,2.5]}},"relationships":{"customer":{"data":{"id":"9","type":"customers"}},"offers":{"links":{"data":[{"id":"5","type":"offers"}]}},"tags":{"data":[]}},"links":{"self":"x"}},"included":[{"id":"9","type":"customers","attributes":{"net_revenue":"0.0","socials":{"facebook":"x"}},"relationships":{"contact":{"data":{"id":"123","type":"contacts"}}}},{"id":"5","type":"offers","attributes":{"price_in_cents":4900}}],"meta":{"a":1},"jsonapi":{"version":"1.0"}}""",
            """{"data":[{"id":"1","type":"contacts"},{"id":2,"type":"contacts","relationships":{}}],"links":{"next":"https://x/v1/contacts?page[number]=2"},"meta":{"current_page":1,"total_pages":2,"total_count":2}}""",
            """{"data":{"id":"1","type":"courses","attributes":{"title":"t"},"included":[{"id":"2","type":"modules","attributes":{"position":1},"relationships":{"lessons":{"data":[{"id":"3","type":"lessons"}]}}},{"id":"3","type":"lessons"}]}}""",
            """{"data":[{"id":"5","type":"offers"}],"meta":{"send_customer_welcome_email":false}}""",
            """{"id":"d-1","event":"tag_added","payload":[{"id":"0","type":"contact_tags","attributes":{"name":"VIP"}},{"id":"1","type":"contacts","attributes":{"email":"x"}}]}""",
            """{"id":"d-2","event":"order_created","payload":[{"id":"1","type":"orders","relationships":{"customer":{"data":{"id":"2","type":"customers"}}}},{"id":"2","type":"customers"},{"id":"3","type":"order_items"}]}""",
            """{"event":"payment.succeeded","offer":{"id":1},"member":{"email":"x"}}""",
            """{"errors":[{"status":"422","source":{"pointer":"/data/attributes/email"},"title":"t","detail":null}]}""",
            """[{"id":"1","type":"form_submissions"},{"id":"2","type":"forms"}]""",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>Our own, and the vendor's where they are at hand.</summary>
    public static IReadOnlyList<byte[]> All { get; } =
        ReferenceFolder.Path is { } folder
            ?
            [
                .. Own,
                .. Directory
                    .GetFiles(Path.Combine(folder, "examples"), "*.json", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllBytes),
            ]
            : Own;
}
