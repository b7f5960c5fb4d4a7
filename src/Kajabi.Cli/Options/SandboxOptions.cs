using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kajabi.Cli.SandboxServer;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Options;

/// <summary>The options of <c>sandbox</c>.</summary>
internal sealed class SandboxOptions
{
    /// <summary>The environment variable with the password of <c>--certificate</c>.</summary>
    public const string PasswordVariable = "KAJABI_SANDBOX_CERTIFICATE_PASSWORD";

    private readonly Option<string> _port = new("--port")
    {
        HelpName = "n",
        Description = $"The port; 0 for any free port. Default: {SandboxHostOptions.DefaultPort}.",
    };
    private readonly Option<string> _bind = new("--bind")
    {
        HelpName = "address",
        Description = "The IP address to listen on, such as 0.0.0.0 in a container. Default: 127.0.0.1, which only this machine reaches.",
    };
    private readonly Option<string[]> _data = new("--data")
    {
        HelpName = "file",
        Description =
            "A file with the data instead of the sample data: a JSON:API document, or what export writes as ndjson or json. "
            + "Can be given several times.",
    };
    private readonly Option<string> _sampleData = new("--sample-data")
    {
        HelpName = "true|false",
        Description = "Whether the sandbox has its sample data. Default: true, with --data false.",
    };
    private readonly Option<bool> _watch = new("--watch") { Description = "Load the files of --data again when they change." };
    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Reject what the service ignores, such as an unknown filter, with 400 and the nearest valid name.",
    };
    private readonly Option<bool> _https = new("--https")
    {
        Description = "Use HTTPS, with the development certificate of ASP.NET Core (dotnet dev-certs https --trust).",
    };
    private readonly Option<string> _certificate = new("--certificate")
    {
        HelpName = "file",
        Description = $"The certificate of HTTPS, a PFX file. Its password is the environment variable {PasswordVariable}.",
    };
    private readonly Option<string[]> _cors = new("--cors")
    {
        HelpName = "origin",
        Description =
            "An origin whose web pages may send requests, such as http://localhost:3000. Can be given several times. "
            + "* allows all origins, except for the control API.",
    };

    private readonly Option<string[]> _webhookHost = new("--webhook-host")
    {
        HelpName = "host",
        Description =
            "A host outside this machine that webhooks are sent to, such as host.docker.internal. Can be given several times. "
            + "Default: none.",
    };

    private readonly Option<string[]> _allowHost = new("--allow-host")
    {
        HelpName = "name",
        Description =
            "A host name that requests may have, such as sandbox.example.test, because it points to this machine. Can be given several "
            + "times. * allows all names, which lets web pages read the data. Default: the names of this machine, and with --bind also "
            + "addresses and names without a dot.",
    };

    public IReadOnlyList<Option> All =>
        [_port, _bind, _allowHost, _data, _sampleData, _watch, _strict, _https, _certificate, _cors, _webhookHost];

    /// <summary>Reads the options of the server.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="terminal">Provides the password.</param>
    /// <exception cref="UsageException">An option is invalid.</exception>
    public SandboxHostOptions Read(ParseResult result, Terminal terminal)
    {
        string[] files = result.GetValue(_data) ?? [];
        if (files.Length == 0 && result.GetValue(_watch))
        {
            throw new UsageException("--watch needs the files of --data. Add --data <file>, or omit --watch.");
        }

        string? certificate = result.GetValue(_certificate);
        return new SandboxHostOptions
        {
            Port = ReadPort(result),
            Address = ReadAddress(result),
            UsesHttps = result.GetValue(_https) || certificate is not null,
            Certificate = certificate is null ? null : ReadCertificate(certificate, terminal.GetVariable(PasswordVariable)),
            DataFiles = files,
            WatchesFiles = result.GetValue(_watch),
            Origins = [.. (result.GetValue(_cors) ?? []).Select(ReadOrigin)],
            Hosts = [.. (result.GetValue(_allowHost) ?? []).Select(ReadHost)],
        };
    }

    /// <summary>Reads the options of the sandbox.</summary>
    /// <exception cref="UsageException">An option is invalid.</exception>
    public KajabiSandboxOptions ReadSandbox(ParseResult result)
    {
        KajabiSandboxOptions options = new()
        {
            HasSampleData = ReadSampleData(result) ?? (result.GetValue(_data) ?? []).Length == 0,
            IsStrict = result.GetValue(_strict),
        };
        options.WebhookHosts.UnionWith(result.GetValue(_webhookHost) ?? []);
        return options;
    }

    private bool? ReadSampleData(ParseResult result) =>
        result.GetValue(_sampleData) switch
        {
            null => null,
            { } text when bool.TryParse(text, out bool value) => value,
            { } text => throw new UsageException($"--sample-data must be true or false; '{text}' is neither."),
        };

    private int ReadPort(ParseResult result) =>
        result.GetValue(_port) is not { } text ? SandboxHostOptions.DefaultPort
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= IPEndPoint.MaxPort ? port
        : throw new UsageException($"--port must be a number from 0 to {IPEndPoint.MaxPort}; '{text}' is not.");

    private IPAddress ReadAddress(ParseResult result) =>
        result.GetValue(_bind) switch
        {
            null or "localhost" => IPAddress.Loopback,
            { } text when IPAddress.TryParse(text, out IPAddress? address) => address,
            { } text => throw new UsageException($"--bind must be an IP address such as 127.0.0.1 or 0.0.0.0; '{text}' is not."),
        };

    private static X509Certificate2 ReadCertificate(string file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The certificate '{file}' cannot be read: {exception.Message} Its password is {PasswordVariable}.");
        }
    }

    private static string ReadHost(string text) =>
        text == "*" || Uri.CheckHostName(text.Trim('[', ']')) != UriHostNameType.Unknown
            ? text
            : throw new UsageException($"--allow-host must be a host name such as sandbox.example.test, or *; '{text}' is not.");

    private static string ReadOrigin(string text) =>
        text == "*" ? text
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? origin)
        && origin.GetLeftPart(UriPartial.Authority) is { } value
        && value == text.TrimEnd('/')
            ? value
        : throw new UsageException($"--cors must be an origin such as http://localhost:3000, or *; '{text}' is not.");
}
