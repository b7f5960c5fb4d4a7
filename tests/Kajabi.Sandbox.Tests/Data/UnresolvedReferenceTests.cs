namespace Kajabi.Sandbox.Tests.Data;

/// <summary>References of loaded data to resources that do not exist: listed, and rejected by a strict sandbox.</summary>
public sealed class UnresolvedReferenceTests : EmptySandboxTestBase
{
    private const string Purchase =
        """{"id":"900","type":"purchases","relationships":{"customer":{"type":"customers","id":"201"},"""
        + """ "offer":{"type":"offers","id":"40"}}}""";

    [Fact]
    public void They_are_listed_until_another_file_adds_the_resource()
    {
        Data.AddSite("Studio");
        Data.AddOffer("Course", 100, id: "40");
        Data.Load(Purchase);
        IReadOnlyList<string> partial = Data.UnresolvedReferences;
        Data.Load("""{"id":"201","type":"customers"}""");

        Assert.Equal(["purchases 900: customer refers to customers 201, which does not exist"], partial);
        Assert.Empty(Data.UnresolvedReferences);
    }

    [Fact]
    public async Task The_sample_data_has_none()
    {
        await using KajabiSandbox sample = await KajabiSandbox.StartAsync();

        Assert.Empty(sample.Data.UnresolvedReferences);
    }

    [Fact]
    public async Task A_strict_sandbox_rejects_them_and_accepts_related_resources_of_the_same_file()
    {
        await using KajabiSandbox strict = await KajabiSandbox.StartAsync(
            new KajabiSandboxOptions { IsStrict = true, HasSampleData = false }
        );
        strict.Data.AddSite("Studio");
        strict.Data.AddOffer("Course", 100, id: "40");

        SandboxDataException error = Assert.Throws<SandboxDataException>(() => strict.Data.Load(Purchase));
        strict.Data.Load(Purchase + "\n" + """{"id":"201","type":"customers"}""");

        Assert.Equal(
            "Line 1, purchases 900: customer refers to customers 201, which does not exist. Load it first, or in the same file.",
            error.Message
        );
        Assert.Equal(new SandboxIdentifier("purchases", "900"), error.Resource);
        Assert.Single(strict.Store.GetAll("purchases"));
    }

    [Fact]
    public void Several_files_of_a_strict_sandbox_can_refer_to_each_other()
    {
        SandboxSnapshot first = Data.AddTo(Sandbox.TakeSnapshot(), """{"id":"1","type":"sites"}"""u8.ToArray());
        SandboxSnapshot second = Data.AddTo(first, System.Text.Encoding.UTF8.GetBytes(Purchase));

        Assert.Equal(
            [
                "purchases 900: customer refers to customers 201, which does not exist",
                "purchases 900: offer refers to offers 40, which does not exist",
            ],
            Data.FindUnresolvedReferences(second.Data)
        );
        Assert.Empty(Data.UnresolvedReferences);
    }
}
