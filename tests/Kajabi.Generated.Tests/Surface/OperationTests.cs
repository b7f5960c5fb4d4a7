using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Kajabi.Tests.Client;
using Newtonsoft.Json.Linq;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Surface;

/// <summary>Compares the generated operations with the vendor's document, independently of the composer.</summary>
public sealed partial class OperationTests
{
    [Fact]
    public void There_are_seventy_seven_operations() => Assert.Equal(77, GeneratedSurface.Operations.Count());

    [SkippableFact]
    public async Task Every_operation_sends_the_method_and_URL_of_the_vendors_document()
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        JObject vendor = YamlTree.Load(Path.Combine(ReferenceFolder.Path, "vendor", "openapi-1.1.0.yaml"));
        IEnumerable<string> expected = vendor["paths"]!
            .Children<JProperty>()
            .SelectMany(path =>
                path.Value.Children<JProperty>()
                    .Where(operation => operation.Value is JObject)
                    .Select(operation =>
                        $"{operation.Name.ToUpperInvariant()} {vendor.SelectToken("servers[0].url")}{Placeholder().Replace(path.Name, "7")}"
                    )
            );

        List<string> sent = [];
        foreach (MethodInfo operation in GeneratedSurface.Operations)
        {
            sent.Add(await GetSentRequestAsync(operation));
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();

    private static async Task<string> GetSentRequestAsync(MethodInfo operation)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        string? sent = null;
        kajabi.Network.Fallback.Respond(request =>
        {
            sent = $"{request.Method} {request.RequestUri!.GetLeftPart(UriPartial.Path)}";
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        });
        if (GeneratedSurface.Key(operation) == "POST /v1/oauth/token")
        {
            kajabi.Network.ResetBackendDefinitions();
        }

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            GeneratedSurface.CallAsync(kajabi.Client, operation, query: null)
        );
        Assert.Equal(GeneratedSurface.Key(operation), $"{exception.Method} {exception.PathTemplate}");
        return sent!;
    }
}
