using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading.Filters;

/// <summary>Filters on what people bought or were granted.</summary>
internal static class PurchaseFilters
{
    /// <summary>People who have a product, through a purchase or a grant.</summary>
    public static ResourceFilter HasProduct { get; } =
        Person.Filter(
            static (_, value) =>
                person =>
                    person.Customer is { } customer
                    && customer.Relationships.TryGetValue("products", out SandboxRelationship? products)
                    && products.Ids.Contains(value)
        );

    /// <summary>
    /// People whose access to a product is active: by a purchase that is not deactivated, or by a granted offer without a purchase.
    /// </summary>
    public static ResourceFilter HasActiveProduct { get; } = Person.Filter(static (store, value) => Test(GetActiveCustomers(store, value)));

    /// <summary>People with a deactivated purchase of a product, and no active access to it.</summary>
    public static ResourceFilter HadProduct { get; } =
        Person.Filter(
            static (store, value) =>
            {
                HashSet<string> active = GetActiveCustomers(store, value);
                return Test([.. GetCustomers(store, purchase => !IsActive(purchase) && Grants(purchase, value)).Except(active)]);
            }
        );

    public static ResourceFilter UsedCoupon { get; } =
        Person.Filter(
            static (store, value) => Test(GetCustomers(store, purchase => FilterValue.AreEqual(purchase.GetText("coupon_code"), value)))
        );

    /// <summary>Compares the revenue of people, which is zero for a contact without a customer.</summary>
    public static ResourceFilter NetRevenue(Func<int, bool> isMatch) =>
        Person.Filter(
            (_, value) =>
                FilterValue.ParseAmount(value) is { } amount
                    ? person => isMatch((FilterValue.ParseAmount(person.Customer?.GetText("net_revenue")) ?? 0).CompareTo(amount))
                    : null
        );

    public static bool IsActive(SandboxResource purchase) => purchase.GetText("deactivated_at") is null;

    private static bool Grants(SandboxResource purchase, string productId) => HasId(purchase, "products", productId);

    private static bool HasId(SandboxResource resource, string relationship, string id) =>
        resource.Relationships.TryGetValue(relationship, out SandboxRelationship? found) && found.Ids.Contains(id);

    private static Func<Person, bool> Test(HashSet<string> customerIds) =>
        person => person.Customer is { } customer && customerIds.Contains(customer.Id);

    private static HashSet<string> GetActiveCustomers(SandboxStore store, string productId)
    {
        HashSet<string> active = GetCustomers(store, purchase => IsActive(purchase) && Grants(purchase, productId));
        HashSet<(string Customer, string Offer)> bought =
        [
            .. store
                .GetAll("purchases")
                .SelectMany(static purchase => GetCustomerIds(purchase), static (purchase, customer) => (purchase, customer))
                .SelectMany(pair => store.GetRelated(pair.purchase, "offer"), static (pair, offer) => (pair.customer, offer.Id)),
        ];
        active.UnionWith(
            store
                .GetAll("customers")
                .Where(customer =>
                    store
                        .GetRelated(customer, "offers")
                        .Any(offer => HasId(offer, "products", productId) && !bought.Contains((customer.Id, offer.Id)))
                )
                .Select(static customer => customer.Id)
        );
        return active;
    }

    private static HashSet<string> GetCustomers(SandboxStore store, Func<SandboxResource, bool> isMatch) =>
        [.. store.GetAll("purchases").Where(isMatch).SelectMany(GetCustomerIds)];

    private static List<string> GetCustomerIds(SandboxResource purchase) =>
        purchase.Relationships.TryGetValue("customer", out SandboxRelationship? customer) ? customer.Ids : [];
}
