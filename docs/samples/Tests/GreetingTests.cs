using Kajabi;
using Kajabi.JsonApi;
using Kajabi.Sandbox;
using Moq;
using NSubstitute;
using RichardSzalay.MockHttp;
using Xunit;

namespace Acme;

public sealed class GreetingTests
{
    private static readonly ContactDocument s_ann = new()
    {
        Data = new Contact { Id = "123", Attributes = { Name = "Ann" } },
    };

    [Fact]
    public async Task With_the_sandbox()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            }
        );

        Assert.Equal("Hello Johanna Brandt", await new Greeting(kajabi).CreateAsync("123"));
    }

    [Fact]
    public async Task With_a_mock_of_the_network()
    {
        using MockHttpMessageHandler network = new();
        network
            .When("https://api.kajabi.com/v1/contacts/123")
            .Respond("application/vnd.api+json", """{ "data": { "id": "123", "type": "contacts", "attributes": { "name": "Ann" } } }""");
        using KajabiClient kajabi = new(new KajabiClientOptions { AccessToken = "any" }, network);

        Assert.Equal("Hello Ann", await new Greeting(kajabi).CreateAsync("123"));
    }

    [Fact]
    public async Task With_Moq()
    {
        Mock<IKajabiClient> kajabi = new();
        kajabi
            .Setup(client => client.Contacts.GetContactAsync("123", It.IsAny<GetContactQuery?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(s_ann);

        Assert.Equal("Hello Ann", await new Greeting(kajabi.Object).CreateAsync("123"));
    }

    [Fact]
    public async Task With_NSubstitute()
    {
        IKajabiClient kajabi = Substitute.For<IKajabiClient>();
        kajabi.Contacts.GetContactAsync("123", Arg.Any<GetContactQuery?>(), Arg.Any<CancellationToken>()).Returns(s_ann);

        Assert.Equal("Hello Ann", await new Greeting(kajabi).CreateAsync("123"));
    }
}
