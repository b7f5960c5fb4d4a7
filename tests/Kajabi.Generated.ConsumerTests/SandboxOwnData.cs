namespace Acme;

/// <summary>A test with its own data instead of the sample data.</summary>
public sealed class SandboxOwnData
{
    #region sandbox-data
    [Fact]
    public async Task A_purchase_of_my_offer_grants_access_to_its_product()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });
        sandbox.Data.AddSite("Pottery school");
        SandboxProduct course = sandbox.Data.AddProduct("Wheel throwing");
        SandboxOffer offer = sandbox.Data.AddOffer("Full course", priceInCents: 19900, products: [course]);
        SandboxContact ann = sandbox.Data.AddContact("ann@example.com", tags: [sandbox.Data.AddTag("VIP")]);
        SandboxPurchase purchase = sandbox.Data.AddPurchase(ann, offer);
        using KajabiClient kajabi = new(
            new()
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            }
        );

        Customer customer = (await kajabi.Customers.GetCustomerAsync(purchase.Customer!.Id)).Data;

        Assert.Equal([course.Id], customer.Relationships.Products.Identifiers!.Select(product => product.Id));
    }
    #endregion

    [Fact]
    public async Task A_file_is_the_data_of_a_test()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });
        string folder = Directory.CreateTempSubdirectory().FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "contacts.ndjson"),
            """{"id":"7","type":"contacts","attributes":{"email":"ann@example.com"},"relationships":{"site":{"id":"1","type":"sites"}}}"""
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "tags.ndjson"),
            """{"id":"8","type":"contact_tags","attributes":{"name":"VIP"},"relationships":{"site":{"id":"1","type":"sites"}}}"""
        );

        #region sandbox-file
        foreach (string file in Directory.EnumerateFiles(folder, "*.ndjson"))
        {
            await sandbox.Data.LoadAsync(file);
        }
        #endregion

        Directory.Delete(folder, recursive: true);
        using KajabiClient kajabi = new(
            new()
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            }
        );
        Assert.Equal("ann@example.com", (await kajabi.Contacts.GetContactAsync("7")).Data.Attributes.Email);
        Assert.Equal("VIP", (await kajabi.ContactTags.GetContactTagAsync("8")).Data.Attributes.Name);
    }
}
