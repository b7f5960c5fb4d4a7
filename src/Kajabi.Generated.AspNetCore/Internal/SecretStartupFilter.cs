using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.AspNetCore.Internal;

/// <summary>
/// Removes a valid secret from the URL before the first middleware of the application runs, and marks the request for the
/// endpoint. This includes requests that do not reach the endpoint, such as those to a wrong path.
/// </summary>
internal sealed class SecretStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        application =>
        {
            application.Use(
                static (context, nextMiddleware) =>
                {
                    if (
                        context.Request.QueryString.HasValue
                        && context
                            .RequestServices.GetRequiredService<SecretValidator>()
                            .IsValid(context.Request.Query[SecretValidator.Parameter])
                    )
                    {
                        context.Features.Set(AcceptedSecret.Mark);
                        context.RequestServices.GetRequiredService<AddressRedactor>().Redact(context, isRouted: false);
                    }

                    return nextMiddleware(context);
                }
            );
            next(application);
        };

    /// <summary>Marks a request whose URL contained a valid secret.</summary>
    internal sealed class AcceptedSecret
    {
        public static AcceptedSecret Mark { get; } = new();
    }
}
