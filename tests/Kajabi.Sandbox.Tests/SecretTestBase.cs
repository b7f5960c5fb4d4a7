using Kajabi.Sandbox.Tests.LikeTheService;

namespace Kajabi.Sandbox.Tests;

/// <summary>Base class of the tests that send a secret and look for it in the recorded request.</summary>
public abstract class SecretTestBase : RawSandboxTestBase
{
    protected const string Secret = "s3cret";

    protected string Origin => Sandbox.Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>The request that was recorded last.</summary>
    protected SandboxRequest Recorded => Sandbox.Sandbox.Requests[^1];

    /// <summary>Everything of <see cref="Recorded"/> in one text.</summary>
    protected string RecordedText =>
        string.Join(
            '\n',
            [
                Recorded.ToString(),
                Recorded.Path,
                Recorded.QueryString,
                Recorded.Body,
                .. Recorded.Query.Select(static pair => $"{pair.Key}={pair.Value}"),
                .. Recorded.Headers.Select(static pair => $"{pair.Key}: {pair.Value}"),
            ]
        );
}
