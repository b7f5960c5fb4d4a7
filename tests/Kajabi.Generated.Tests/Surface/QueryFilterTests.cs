using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Surface;

/// <summary>Filters on attributes, as they are sent and as they are rejected.</summary>
public sealed class QueryFilterTests
{
    [Fact]
    public void A_declared_filter_and_the_filter_on_its_attribute_are_one()
    {
        ListPurchasesQuery query = new() { CouponCodeEquals = "CLAY10" };
        Assert.Equal("CLAY10", query.Filter.CouponCode.EqualTo);

        query.Filter.CouponCode.EqualTo = "CLAY20";

        Assert.Equal("CLAY20", query.CouponCodeEquals);
        Assert.Equal([KeyValuePair.Create("filter[coupon_code_eq]", "CLAY20")], Write(query));
    }

    [Fact]
    public void Numbers_and_times_do_not_depend_on_the_culture() =>
        Assert.Equal(
            ["-1", "2026-11-20T09:12:44.310+02:00", "true", "ключ & co"],
            Write(
                    new ListPurchasesQuery
                    {
                        Filter =
                        {
                            Quantity = { GreaterThan = -1 },
                            EffectiveStartAt = { LessThan = new(2026, 11, 20, 9, 12, 44, 310, TimeSpan.FromHours(2)) },
                            OptIn = { EqualTo = true },
                            Referrer = { EndsWith = "ключ & co" },
                        },
                    }
                )
                .Select(parameter => parameter.Value)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_list_that_is_null_is_not_sent() => Assert.Empty(Write(new ListOrdersQuery { Filter = { CurrencyCode = { In = null } } }));

    public static TheoryData<string, KajabiQuery> Rejected =>
        new()
        {
            {
                "filter[currency_code_in] has no values",
                new ListOrdersQuery { Filter = { CurrencyCode = { In = [] } } }
            },
            {
                "filter[item_id_in] has a value",
                new ListOrderItemsQuery { Filter = { ItemId = { In = ["1", "2,3"] } } }
            },
            {
                "filter[item_type_not_in] has a value",
                new ListOrderItemsQuery { Filter = { ItemType = { NotIn = ["Offer", ""] } } }
            },
            {
                "filter[currency_eq] is blank",
                new ListPurchasesQuery { Filter = { Currency = { EqualTo = "" } } }
            },
            {
                "filter[coupon_code_eq] is blank",
                new ListPurchasesQuery { CouponCodeEquals = " " }
            },
        };

    [Theory]
    [MemberData(nameof(Rejected), DisableDiscoveryEnumeration = true)]
    public void A_value_that_the_API_would_ignore_or_misread_is_rejected(string problem, KajabiQuery query) =>
        Assert.StartsWith(problem, Assert.Throws<ArgumentException>(() => Write(query)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_caller_gets_the_error_and_no_request_is_sent()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        bool isSent = false;
        kajabi.Network.Fallback.Respond(_ =>
        {
            isSent = true;
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        });

        await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.Orders.ListOrdersAsync(new ListOrdersQuery { Filter = { CurrencyCode = { In = [] } } })
        );

        Assert.False(isSent);
    }

    [Fact]
    public void A_copy_of_a_query_for_another_page_has_its_filters()
    {
        KajabiQuery copy = new ListPurchasesQuery { Filter = { Currency = { EqualTo = "EUR" } } }.Copy();

        Assert.Equal([KeyValuePair.Create("filter[currency_eq]", "EUR")], Write(copy));
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Write(KajabiQuery query)
    {
        QueryWriter writer = new();
        query.WriteTo(writer);
        return writer.Parameters;
    }
}
