using Microsoft.Extensions.Primitives;
using Refit;

namespace Kajabi.Query.Internal;

/// <summary>
/// Converts a query object to query parameters for Refit. By default Refit would send a struct such as an extensible enum as
/// <c>name.Value</c>, a filter that the API ignores.
/// </summary>
/// <typeparam name="TQuery">The query object.</typeparam>
internal sealed class KajabiQueryConverter<TQuery> : IQueryConverter<TQuery>
    where TQuery : KajabiQuery
{
    public void Flatten(TQuery value, string keyPrefix, ref GeneratedQueryStringBuilder builder, RefitSettings settings)
    {
        if (value is null)
        {
            return;
        }

        QueryWriter writer = new();
        value.WriteTo(writer);
        foreach ((string name, StringValues parameters) in value.AdditionalParameters)
        {
            writer.AddEach(name, [.. parameters.OfType<string>()]);
        }

        if (value.OnlyFieldset is { } fieldset)
        {
            writer.ReplaceContent(fieldset);
        }

        foreach ((string name, string parameter) in writer.Parameters)
        {
            builder.Add(name, parameter, false);
        }
    }
}
