using System.Diagnostics;
using System.Reflection;

namespace Kajabi.Tests.OfferLinks;

/// <summary>Parsing of links, which are secrets.</summary>
public sealed class OfferLinkTests
{
    private const string Token = "Qx7LmTz2RkVb9Wsa";
    private const string Link = $"https://checkout.kajabi.com/webhooks/offers/{Token}/2150009001/activate";

    [Theory]
    [InlineData(Link)]
    [InlineData($" {Link}/\n")]
    [InlineData($"https://checkout.kajabi.com/webhooks/offers/{Token}/2150009001/deactivate")]
    [InlineData($"https://CHECKOUT.newkajabi.com/webhooks/offers/{Token}/1/activate")]
    [InlineData($"http://127.0.0.1:5000/webhooks/offers/{Token}/1/activate")]
    [InlineData($"http://[::1]:5000/webhooks/offers/{Token}/1/activate")]
    [InlineData($"http://LOCALHOST:5000/webhooks/offers/{Token}/1/activate")]
    [InlineData($"https://localhost:5000/webhooks/offers/{Token}/1/activate")]
    public void Both_links_of_an_offer_are_accepted(string text)
    {
        OfferLink link = OfferLink.Parse(text);

        Assert.True(OfferLink.TryParse(text, out _));
        Assert.EndsWith("/activate", link.GetAddress().GetUri("activate").AbsolutePath, StringComparison.Ordinal);
        Assert.EndsWith("/deactivate", link.GetAddress().GetUri("deactivate").AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "is not a URL")]
    [InlineData("", "is not a URL")]
    [InlineData($"/webhooks/offers/{Token}/1/activate", "is not a URL")]
    [InlineData($"http://checkout.kajabi.com:443/webhooks/offers/{Token}/1/activate", "The host of the offer link is")]
    [InlineData($"http://checkout.kajabi.com/webhooks/offers/{Token}/1/activate", "must begin with https")]
    [InlineData($"ftp://localhost/webhooks/offers/{Token}/1/activate", "must begin with https")]
    [InlineData($"https://checkout.kajabi.com.example.org/webhooks/offers/{Token}/1/activate", "is not one of Kajabi's")]
    [InlineData($"https://{Token}/webhooks/offers/{Token}/1/activate", "is not one of Kajabi's")]
    [InlineData($"https://{Token}:8443/", "is not one of Kajabi's")]
    [InlineData($"https://shop.mykajabi.com/webhooks/offers/{Token}/1/activate", "'shop.mykajabi.com'")]
    [InlineData($"http://any.localhost/webhooks/offers/{Token}/1/activate", "is not one of Kajabi's")]
    [InlineData($"http://localhost./webhooks/offers/{Token}/1/activate", "is not one of Kajabi's")]
    [InlineData($"https://checkout.kajabi.com:8443/webhooks/offers/{Token}/1/activate", "'checkout.kajabi.com:8443'")]
    [InlineData($"https://user:{Token}@checkout.kajabi.com/webhooks/offers/{Token}/1/activate", "contains a user name")]
    [InlineData($"{Link}?send_offer_grant_email=true", "the argument welcomeEmail decides")]
    [InlineData($"{Link}#{Token}", "a fragment")]
    [InlineData($"https://checkout.kajabi.com/offers/{Token}", "The path of the offer link")]
    [InlineData($"https://checkout.kajabi.com/webhooks/offers/{Token}/1/pause", "The path of the offer link")]
    [InlineData($"https://checkout.kajabi.com/webhooks/offers/{Token}//activate", "The path of the offer link")]
    [InlineData($"https://checkout.kajabi.com/webhooks/offers/{Token}/one/activate", "The path of the offer link")]
    [InlineData("https://checkout.kajabi.com/webhooks/offers/short/1/activate", "The path of the offer link")]
    [InlineData("https://checkout.kajabi.com/webhooks/offers/Qx7LmTz2%2e%2eVb9Wsa/1/activate", "The path of the offer link")]
    [InlineData($"https://checkout.kajabi.com/x/webhooks/offers/{Token}/1/activate", "The path of the offer link")]
    public void Another_text_is_rejected_without_its_value(string? text, string problem)
    {
        InvalidOfferLinkException exception = Assert.Throws<InvalidOfferLinkException>(() => OfferLink.Parse(text));

        Assert.False(OfferLink.TryParse(text, out OfferLink? link));
        Assert.Null(link);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, exception.ToString(), StringComparison.OrdinalIgnoreCase); // A host is shown in lower case.
    }

    [Fact]
    public void No_representation_contains_the_link()
    {
        OfferLink link = OfferLink.Parse(Link);
        DebuggerDisplayAttribute display = typeof(OfferLink).GetCustomAttribute<DebuggerDisplayAttribute>()!;

        Assert.Equal("offer link (redacted)", link.ToString());
        Assert.Equal("offer link (redacted)", $"{link}");
        Assert.Equal("{ToString(),nq}", display.Value);
        Assert.Empty(typeof(OfferLink).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));
        Assert.All(
            typeof(OfferLink).GetFields(BindingFlags.Instance | BindingFlags.NonPublic),
            static field => Assert.Equal(DebuggerBrowsableState.Never, field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State)
        );
        Assert.Throws<NotSupportedException>(() => System.Text.Json.JsonSerializer.Serialize(link));
        Assert.Throws<NotSupportedException>(() => Newtonsoft.Json.JsonConvert.SerializeObject(link));
    }
}
