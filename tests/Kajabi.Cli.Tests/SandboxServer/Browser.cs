using PuppeteerSharp;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>A headless Chromium, which is shared by the tests of the page.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IBrowser? _browser;

    /// <summary>Whether the tests are skipped because there is no Chromium. Always false in CI.</summary>
    public static bool IsMissing => Program is null && InstalledProgram.CanBeMissing;

    private static string? Program { get; } = InstalledProgram.Find("chromium", "chromium-browser", "google-chrome");

    public async Task InitializeAsync()
    {
        if (IsMissing)
        {
            return;
        }

        Assert.True(Program is not null, "Chromium is not installed.");
        _browser = await Puppeteer.LaunchAsync(
            new LaunchOptions
            {
                ExecutablePath = Program,
                Timeout = (int)CliProcess.Timeout.TotalMilliseconds,
                ProtocolTimeout = (int)CliProcess.Timeout.TotalMilliseconds,

                // The tests may run as root in a container. Requests to other hosts than loopback go to a proxy that does not exist.
                Args = ["--no-sandbox", "--disable-dev-shm-usage", "--proxy-server=127.0.0.1:9"],
            }
        );
    }

    /// <summary>Opens a page.</summary>
    /// <param name="origin">The only origin that the page may send requests to.</param>
    /// <param name="width">The width of the window in pixels.</param>
    /// <param name="isDark">Whether the system prefers dark colors.</param>
    internal async Task<BrowserPage> OpenAsync(string origin, int width, bool isDark = false) =>
        await BrowserPage.CreateAsync(await _browser!.NewPageAsync(), origin, width, isDark);

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }
}
