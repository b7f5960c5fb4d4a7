using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.AspNetCore.Internal;

/// <summary>
/// Removes a secret from the address before the first middleware of the application sees it, and leaves a mark for the
/// endpoint. This includes requests that do not reach the endpoint, such as those to a wrong path.
/// </summary>
internal sealed class SecretFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        application =>
        {
            application.Use(
                static (context, following) =>
                {
                    if (
                        context.Request.QueryString.HasValue
                        && context
                            .RequestServices.GetRequiredService<SecretValidator>()
                            .Accepts(context.Request.Query[SecretValidator.Parameter])
                    )
                    {
                        context.Features.Set(AcceptedSecret.Mark);
                        context.RequestServices.GetRequiredService<AddressRedactor>().Redact(context, isRouted: false);
                    }

                    return following(context);
                }
            );
            next(application);
        };

    /// <summary>Marks a request whose address had a secret of the options.</summary>
    internal sealed class AcceptedSecret
    {
        public static AcceptedSecret Mark { get; } = new();
    }
}
