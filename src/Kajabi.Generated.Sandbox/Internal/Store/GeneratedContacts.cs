using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Store;

/// <summary>
/// A virtual list of contacts: each is generated from its index when it is read, so it is always the same. A higher index has a
/// larger id and a later creation time.
/// </summary>
/// <param name="count">The number of contacts.</param>
internal sealed class GeneratedContacts(int count) : IReadOnlyList<SandboxResource>
{
    public const string TagId = "793";
    public const string OfferId = "459";

    private const long FirstId = 5_000_000_000;

    private static readonly DateTimeOffset s_start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public int Count => count;

    public SandboxResource this[int index]
    {
        get
        {
            string number = (index + 1).ToString("D7", CultureInfo.InvariantCulture);
            string time = SandboxStore.FormatTime(s_start.AddSeconds(index));
            JsonObject attributes = new()
            {
                ["name"] = $"Contact {number}",
                ["email"] = $"contact{number}@example.com",
                ["external_user_id"] = $"crm-{number}",
                ["subscribed"] = index % 2 == 0,
                ["created_at"] = time,
                ["updated_at"] = time,
            };
            foreach (string name in ContactAttributes.Address.Concat(ContactAttributes.CustomFields))
            {
                attributes[name] = null;
            }

            return new SandboxResource("contacts", (FirstId + index).ToString(CultureInfo.InvariantCulture), attributes)
                .One("site", "sites", KajabiSandboxOptions.GeneratedSiteId)
                .One("customer", "customers", null)
                .Many("offers", "offers", index % 5 == 0 ? [OfferId] : [])
                .Many("tags", "contact_tags", index % 3 == 0 ? [TagId] : []);
        }
    }

    /// <summary>Returns how many contacts were created before a time.</summary>
    public int CountBefore(DateTimeOffset time) => (int)Math.Clamp(Math.Ceiling((time - s_start).TotalSeconds), 0, count);

    public SandboxResource? Find(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= FirstId && number < FirstId + count
            ? this[(int)(number - FirstId)]
            : null;

    public bool Contains(SandboxResource resource) => resource.Type == "contacts" && Find(resource.Id) is not null;

    public IEnumerator<SandboxResource> GetEnumerator() => Enumerable.Range(0, count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
