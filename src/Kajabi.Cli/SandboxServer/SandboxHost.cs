using System.Net;
using System.Net.Sockets;
using Kajabi.Cli.SandboxServer.Control;
using Kajabi.Cli.SandboxServer.Page;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kajabi.Cli.SandboxServer;

/// <summary>A sandbox with its control API and its page on one address.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    // Long enough for a response in progress; a connection that stalls must not delay the exit.
    private static readonly TimeSpan s_shutdownTimeout = TimeSpan.FromSeconds(1);

    private readonly SandboxControl _control;
    private readonly DataFiles _files;
    private readonly FileChanges? _changes;

    private SandboxHost(KajabiSandbox sandbox, SandboxControl control, DataFiles files, FileChanges? changes)
    {
        (Sandbox, _control, _files, _changes) = (sandbox, control, files, changes);
    }

    public KajabiSandbox Sandbox { get; }

    /// <summary>Loads the files again when they change, if the options demand it; otherwise only waits for the cancellation.</summary>
    /// <param name="report">Reports what was done.</param>
    /// <param name="cancellationToken">Ends the method.</param>
    public Task WatchFilesAsync(Action<string> report, CancellationToken cancellationToken) =>
        _changes is null
            ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken)
            : _files.WatchAsync(_changes, _control, report, cancellationToken);

    /// <summary>Starts the server.</summary>
    /// <param name="options">The settings of the server.</param>
    /// <param name="sandboxOptions">The settings of the sandbox.</param>
    /// <param name="output">Writes the log of requests.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="UsageException">
    /// The address cannot be used, there is no certificate, or the data cannot be loaded.
    /// </exception>
    public static async Task<SandboxHost> StartAsync(
        SandboxHostOptions options,
        KajabiSandboxOptions sandboxOptions,
        SandboxOutput output,
        CancellationToken cancellationToken
    )
    {
        SandboxControl control = new();
        SandboxHosting hosting = new(
            builder => Configure(builder, options),
            application => Configure(application, options, output, control)
        );
        KajabiSandbox sandbox;
        try
        {
            sandbox = await KajabiSandbox.StartAsync(sandboxOptions, hosting, cancellationToken);
        }
        catch (Exception exception) when (GetProblem(exception, options) is { } problem)
        {
            throw new UsageException(problem);
        }

        FileChanges? changes = null;
        try
        {
            sandbox.DeliveryReporter = output.WriteDelivery;
            DataFiles files = new(options.DataFiles, options.WatchesFiles, sandbox);

            // Before the files are read, so that no change is lost.
            changes = options.WatchesFiles ? new FileChanges(options.DataFiles, TimeProvider.System) : null;
            await files.LoadAsync(cancellationToken);
            control.Start(sandbox);
            return new SandboxHost(sandbox, control, files, changes);
        }
        catch
        {
            changes?.Dispose();
            await sandbox.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        _changes?.Dispose();
        return Sandbox.DisposeAsync();
    }

    private static void Configure(WebApplicationBuilder builder, SandboxHostOptions options)
    {
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = s_shutdownTimeout);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port, listener => UseHttps(listener, options));
        });
        if (options.Origins.Count > 0)
        {
            builder.Services.AddCors(cors =>
                cors.AddDefaultPolicy(policy =>
                    policy
                        .WithOrigins([.. options.Origins])
                        .AllowAnyHeader()
                        .AllowAnyMethod()
                        .WithExposedHeaders("Retry-After", "x-request-id")
                )
            );
        }
    }

    private static void UseHttps(ListenOptions listener, SandboxHostOptions options)
    {
        if (options is { UsesHttps: true, Certificate: { } certificate })
        {
            listener.UseHttps(certificate);
        }
        else if (options.UsesHttps)
        {
            listener.UseHttps();
        }
    }

    private static void Configure(WebApplication application, SandboxHostOptions options, SandboxOutput output, SandboxControl control)
    {
        application.Use(new RequestLogger(output, TimeProvider.System).InvokeAsync);
        application.Use(new RequestGuard(options).InvokeAsync);
        application.UseRouting();
        if (options.Origins.Count > 0)
        {
            application.UseCors();
        }

#pragma warning disable ASP0014 // The API handles each path that no endpoint has, so the endpoints must be in front of it.
        application.UseEndpoints(endpoints =>
        {
            ControlApi.Map(endpoints, control);
            SandboxPage.Map(endpoints);
            ApiReference.Map(endpoints, control);
        });
#pragma warning restore ASP0014
    }

    /// <summary>Returns why the server cannot start and what to do; null if the exception is none of the user's problems.</summary>
    private static string? GetProblem(Exception exception, SandboxHostOptions options)
    {
        // Kestrel wraps the exceptions of sockets.
        SocketError? error =
            (exception as SocketException ?? exception.InnerException as SocketException)?.SocketErrorCode
            ?? (exception.InnerException?.InnerException as SocketException)?.SocketErrorCode;
        IPEndPoint endPoint = new(options.Address, options.Port);
        return error switch
        {
            SocketError.AddressAlreadyInUse =>
                $"{endPoint} is in use, perhaps by another sandbox. Choose another port with --port <n>, or any free one with --port 0.",
            SocketError.AddressNotAvailable => $"{options.Address} is no address of this machine. Correct or omit --bind.",
            SocketError.AccessDenied => $"The system does not permit this user to use {endPoint}. Choose a port above 1023 with --port.",
            not null => $"{endPoint} cannot be used: {exception.Message}",
            null when options is { UsesHttps: true, Certificate: null } && exception is InvalidOperationException =>
                "There is no valid development certificate for --https. Create one with 'dotnet dev-certs https --trust', or use your own "
                    + "with --certificate <file>.",
            null => null,
        };
    }
}
