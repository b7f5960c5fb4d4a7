using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>One page of a list.</summary>
/// <param name="Number">The page number, starting at 1.</param>
/// <param name="Size">The page size.</param>
/// <param name="Total">The total count.</param>
internal readonly record struct SandboxPage(int Number, int Size, int Total)
{
    private int Last => Math.Max((Total + Size - 1) / Size, 1);

    public JsonObject CreateMeta() =>
        new()
        {
            ["total_pages"] = Last,
            ["total_count"] = Total,
            ["current_page"] = Number,
        };

    /// <summary>Payouts have different pagination members.</summary>
    public JsonObject CreatePayoutMeta(int count) =>
        new()
        {
            ["total"] = Total,
            ["pagination"] = new JsonObject
            {
                ["current"] = Number,
                ["first"] = 1,
                ["prev"] = Number > 1 ? Number - 1 : null,
                ["next"] = Number < Last ? Number + 1 : null,
                ["last"] = Last,
                ["records"] = count,
            },
        };

    /// <summary>Creates the links, with unencoded brackets and encoded values as in the API.</summary>
    public JsonObject CreateLinks(string origin, string type, IEnumerable<string> rest)
    {
        List<string> parameters = [.. rest];
        string GetUrl(int number) => $"{origin}/v1/{type}?{string.Join('&', parameters.Append($"page[number]={number}"))}";
        JsonObject links = new()
        {
            ["self"] = GetUrl(Number),
            ["current"] = GetUrl(Number),
            ["first"] = GetUrl(1),
            ["last"] = GetUrl(Last),
        };
        if (Number > 1)
        {
            links["prev"] = GetUrl(Number - 1);
        }

        if (Number < Last)
        {
            links["next"] = GetUrl(Number + 1);
        }

        return links;
    }
}
