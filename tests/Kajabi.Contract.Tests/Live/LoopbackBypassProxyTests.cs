using System.Net;
using Kajabi.Contract.Live;

namespace Kajabi.Contract.Tests.Live;

/// <summary>Only requests to other hosts are sent through the proxy.</summary>
public sealed class LoopbackBypassProxyTests
{
    private static readonly Uri s_proxy = new("http://proxy.example:8080");

    [Theory]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://127.9.9.9")]
    [InlineData("http://[::1]:5000")]
    [InlineData("http://localhost")]
    [InlineData("http://kajabi.localhost")]
    public void Loopback_is_bypassed(string address)
    {
        LoopbackBypassProxy proxy = new(new WebProxy(s_proxy));

        Assert.True(proxy.IsBypassed(new Uri(address)));
        Assert.Null(proxy.GetProxy(new Uri(address)));
    }

    [Fact]
    public void Other_hosts_are_requested_through_the_proxy()
    {
        LoopbackBypassProxy proxy = new(new WebProxy(s_proxy));

        Assert.False(proxy.IsBypassed(new Uri("https://api.kajabi.com")));
        Assert.Equal(s_proxy, proxy.GetProxy(new Uri("https://api.kajabi.com")));
    }
}
