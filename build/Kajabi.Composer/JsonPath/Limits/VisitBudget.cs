using System.Globalization;

namespace Kajabi.Composer.JsonPath.Limits;

/// <summary>
/// Limits the work of an evaluation, so that neither a query nor a document can take too long: each visit of a node, compared value and
/// step of a regular expression counts.
/// </summary>
/// <param name="maxVisits">The number of visits after which the evaluation ends.</param>
internal sealed class VisitBudget(long maxVisits)
{
    /// <summary>The number of characters whose comparison costs as much as one visit.</summary>
    private const int CharactersPerVisit = 256;

    /// <summary>Gets the number of visits until now.</summary>
    public long Spent { get; private set; }

    /// <exception cref="JsonPathLimitException">The budget is exhausted.</exception>
    public void Spend(long visits = 1)
    {
        Spent += visits;
        if (Spent > maxVisits)
        {
            throw new JsonPathLimitException(
                string.Create(CultureInfo.InvariantCulture, $"The evaluation takes more than {maxVisits:N0} steps.")
            );
        }
    }

    /// <summary>Adds the cost of a function or comparison that reads a string.</summary>
    /// <exception cref="JsonPathLimitException">The budget is exhausted.</exception>
    public void SpendOn(string text) => Spend(1 + (text.Length / CharactersPerVisit));
}
