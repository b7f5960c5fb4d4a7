using Kajabi.Benchmarks.Ratios;

namespace Kajabi.Benchmarks.Calls;

/// <summary>Reads one contact from a handler without a network, so that the difference is the cost of the pipeline for each call.</summary>
internal static class ContactCalls
{
    private const string Id = "2148432935";

    /// <summary>The baseline: the same request and the same reader with <see cref="HttpClient"/> only.</summary>
    public static Contender Plain(byte[] json)
    {
        HttpClient http = new(new StubHandler(json)) { BaseAddress = new Uri("https://api.kajabi.com") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        http.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.api+json");
        return Contender.Create(ContenderNames.HttpClient, () => Wait(GetAsync(http)), Describe);
    }

    public static Contender Sdk(byte[] json)
    {
        KajabiClient kajabi = new(new KajabiClientOptions { AccessToken = "token" }, new StubHandler(json));

        // The first call waits for the token.
        kajabi.Contacts.GetContactAsync(Id).GetAwaiter().GetResult();
        return Contender.Create(ContenderNames.SdkCall, () => Wait(kajabi.Contacts.GetContactAsync(Id)), Describe);
    }

    private static async Task<ContactDocument> GetAsync(HttpClient http)
    {
        using HttpResponseMessage response = await http.GetAsync(new Uri($"/v1/contacts/{Id}", UriKind.Relative));
        response.EnsureSuccessStatusCode();
        await using Stream stream = await response.Content.ReadAsStreamAsync();
        return JsonApiSerializer.Deserialize<ContactDocument>(stream);
    }

    // The handler responds at once, so the task is complete; a benchmark measures one thread.
    private static ContactDocument Wait(Task<ContactDocument> call) =>
        call.IsCompletedSuccessfully ? call.Result : throw new InvalidOperationException("The call did not end at once.", call.Exception);

    private static string Describe(ContactDocument document) =>
        Description.Line(document.Data.Id, document.Data.Attributes.Name, document.Data.Attributes.Email);
}
