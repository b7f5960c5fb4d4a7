namespace Acme;

/// <summary>An operation without includes returns ids; the related resources are requested with them.</summary>
public sealed class ReadPurchase : Example
{
    [Fact]
    public async Task The_customer_of_a_purchase_is_requested_with_its_id()
    {
        KajabiClient kajabi = Client;

        #region purchase
        Purchase purchase = (await kajabi.Purchases.GetPurchaseAsync("1021")).Data;
        string? customerId = purchase.Relationships.Customer.Identifier?.Id; // null: no customer was received
        Customer? customer = customerId is null ? null : (await kajabi.Customers.GetCustomerAsync(customerId)).Data;
        #endregion

        Assert.Null(purchase.Customer);
        Assert.Equal(("321", "Johanna Brandt"), (customer?.Id, customer?.Attributes.Name));
    }

    [Fact]
    public async Task The_courses_of_a_customer_are_those_of_the_offers()
    {
        KajabiClient kajabi = Client;
        List<Course> courses = [];

        #region courses
        GetCustomerQuery withOffers = new() { Include = [CustomerInclude.Offers] };
        Customer customer = (await kajabi.Customers.GetCustomerAsync("321", withOffers)).Data;
        HashSet<string> offerIds = [.. customer.Offers.Select(offer => offer.Id)];

        ListCoursesQuery query = new() { Include = [CourseInclude.Offers] };
        await foreach (Course course in kajabi.Courses.ListAllCoursesAsync(query))
        {
            if (course.Offers.Any(offer => offerIds.Contains(offer.Id)))
            {
                courses.Add(course);
            }
        }
        #endregion

        Assert.Equal(["501"], courses.Select(course => course.Id));
    }
}
