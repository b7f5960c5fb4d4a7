using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>One page of a list.</summary>
/// <param name="Number">The page number, starting at 1.</param>
/// <param name="Size">The page size.</param>
/// <param name="Total">The total count.</param>
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

    /// <summary>Payouts have different pagination members.</summary>
    public JsonObject PayoutMeta(int count) =>
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

    /// <summary>Creates the links, with unencoded brackets as in the API.</summary>
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
