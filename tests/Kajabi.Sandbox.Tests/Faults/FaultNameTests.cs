namespace Kajabi.Sandbox.Tests.Faults;

/// <summary>The names of faults are the identifiers that the control API of the sandbox as a server has.</summary>
public sealed class FaultNameTests
{
    public static TheoryData<SandboxFault, string> Names =>
        new()
        {
            { SandboxFault.Unauthorized(), "unauthorized" },
            { SandboxFault.Forbidden(), "forbidden" },
            { SandboxFault.NotFound(), "not_found" },
            { SandboxFault.UnprocessableEntity(), "unprocessable_entity" },
            { SandboxFault.TooManyRequests(), "too_many_requests" },
            { SandboxFault.InternalServerError(), "internal_server_error" },
            { SandboxFault.BadGateway(), "bad_gateway" },
            { SandboxFault.ServiceUnavailable(), "service_unavailable" },
            { SandboxFault.Respond(418), "response" },
            { SandboxFault.Delay(TimeSpan.FromSeconds(1)), "delay" },
            { SandboxFault.TruncatedBody(), "truncated_body" },
            { SandboxFault.ConnectionReset(), "connection_reset" },
            { SandboxFault.ExpiredToken(), "expired_token" },
            { SandboxFault.RevokedToken(), "revoked_token" },
            { SandboxFault.InsertAfterPage(), "insert_after_page" },
            { SandboxFault.RemoveAfterPage(), "remove_after_page" },
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_described_by_its_identifier(SandboxFault fault, string name) => Assert.Equal(name, fault.ToString());

    [Fact]
    public void The_variant_after_handling_is_described_as_such() =>
        Assert.Equal("bad_gateway after handling", SandboxFault.BadGateway().AfterHandling().ToString());
}
