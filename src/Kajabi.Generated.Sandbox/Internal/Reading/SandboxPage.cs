using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>One page of a list.</summary>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="Size">How many resources a page holds.</param>
/// <param name="Total">How many resources there are.</param>
internal readonly record struct SandboxPage(int Number, int Size, int Total)
{
    private int Last => Math.Max((Total + Size - 1) / Size, 1);

    public JsonObject Meta() =>
        new()
        {
            ["total_pages"] = Last,
            ["total_count"] = Total,
            ["current_page"] = Number,
        };

    /// <summary>Payouts tell their pages in a spelling of their own.</summary>
    public JsonObject PayoutMeta(int shown) =>
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
                ["records"] = shown,
            },
        };

    /// <summary>Links with brackets as they are, which is how the API sends them.</summary>
    public JsonObject Links(string origin, string type, IReadOnlyList<string> rest)
    {
        string Page(int number) => $"{origin}/v1/{type}?{string.Join('&', rest.Append($"page[number]={number}"))}";
        JsonObject links = new()
        {
            ["self"] = Page(Number),
            ["current"] = Page(Number),
            ["first"] = Page(1),
            ["last"] = Page(Last),
        };
        if (Number > 1)
        {
            links["prev"] = Page(Number - 1);
        }

        if (Number < Last)
        {
            links["next"] = Page(Number + 1);
        }

        return links;
    }
}
