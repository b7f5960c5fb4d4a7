using OpenApi.Drift.Operations;
using OpenApi.Drift.Reading;

namespace OpenApi.Drift.Tests.Operations;

/// <summary>Tests paths that move to another prefix.</summary>
public sealed class PathMoveTests
{
    [Theory]
    [InlineData("/contacts", "/v1/contacts", true)]
    [InlineData("/shop/contacts", "/contacts", true)]
    [InlineData("/v1/contacts/{id}", "/V2/contacts/{contact}", true)]
    [InlineData("/api/contacts", "/rest/contacts", true)]
    [InlineData("/apis/contacts", "/public/v1/contacts", true)]
    [InlineData("/v1.2/contacts", "/v2_0/contacts", true)]
    [InlineData("/2024-01/contacts", "/2024-01-15/contacts", true)]
    [InlineData("/v1/contacts", "/v1/contacts", false)]
    [InlineData("/shop/contacts", "/store/contacts", false)]
    [InlineData("/v1/contacts", "/store/contacts", false)]
    [InlineData("/v1/contacts/{id}/tags", "/v1/customers/{id}/tags", false)]
    [InlineData("/v1/{id}", "/v2/{id}", false)]
    [InlineData("/{site}/contacts", "/contacts", false)]
    [InlineData("/v1/contacts", "/v1/contacts/all", false)]
    [InlineData("/v12x/contacts", "/v1/contacts", false)]
    public void A_move_changes_only_the_name_of_the_API_or_version_at_the_start(string one, string other, bool isMove)
    {
        Assert.Equal(isMove, PathMoveDetector.IsMove(new PathTemplate(one), new PathTemplate(other)));
        Assert.Equal(isMove, PathMoveDetector.IsMove(new PathTemplate(other), new PathTemplate(one)));
    }
}
