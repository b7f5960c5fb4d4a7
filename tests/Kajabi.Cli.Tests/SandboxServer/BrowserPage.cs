using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>A page of a browser that records its errors and its requests to other hosts.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private const int Height = 844;

    private readonly ConcurrentQueue<string> _problems = new();
    private readonly IPage _page;
    private readonly string _origin;

    private BrowserPage(IPage page, string origin)
    {
        (_page, _origin) = (page, origin);
        page.DefaultTimeout = (int)CliProcess.Timeout.TotalMilliseconds;
        page.DefaultNavigationTimeout = page.DefaultTimeout;
        page.Request += (_, received) =>
        {
            string url = received.Request.Url;
            if (!url.StartsWith(origin + "/", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal))
            {
                _problems.Enqueue($"request to {url}");
            }
        };
        page.Console += (_, written) =>
        {
            if (written.Message.Type is ConsoleType.Error or ConsoleType.Warning)
            {
                _problems.Enqueue($"{written.Message.Type}: {written.Message.Text}");
            }
        };
        page.PageError += (_, thrown) => _problems.Enqueue($"exception: {thrown.Message}");
    }

    /// <summary>Errors of the console, exceptions, and requests to other hosts.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    public static async Task<BrowserPage> CreateAsync(IPage page, string origin, int width, bool isDark)
    {
        BrowserPage created = new(page, origin);
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = Height });
        await page.EmulateMediaFeaturesAsync([
            new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" },
        ]);
        return created;
    }

    public Task GoToAsync(string path) => _page.GoToAsync(_origin + path, WaitUntilNavigation.DOMContentLoaded);

    /// <summary>Waits until an element contains a text.</summary>
    public Task WaitForTextAsync(string selector, string text) =>
        _page.WaitForFunctionAsync(
            "(selector, text) => [...document.querySelectorAll(selector)].some((element) => element.textContent.includes(text))",
            selector,
            text
        );

    /// <summary>Clicks the first element with a text, as soon as it exists.</summary>
    public async Task ClickAsync(string selector, string text)
    {
        await WaitForTextAsync(selector, text);
        await EvaluateAsync<bool>(
            """
            (selector, text) => {
              const elements = [...document.querySelectorAll(selector)];
              elements.find((element) => element.textContent.includes(text)).click();
              return true;
            }
            """,
            selector,
            text
        );
    }

    public Task PressAsync(string key) => _page.Keyboard.PressAsync(key);

    public Task<T> EvaluateAsync<T>(string function, params object[] arguments) => _page.EvaluateFunctionAsync<T>(function, arguments);

    /// <summary>Returns the serious and critical problems of accessibility that axe finds.</summary>
    public async Task<string[]> CheckAccessibilityAsync()
    {
        // A policy of the page does not apply to scripts of the protocol.
        await _page.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript());
        return await EvaluateAsync<string[]>(
            """
            async () => {
              // A text that fades in has little contrast until the animation ends.
              const ends = (animation) => animation.playState === "running" && animation.effect.getComputedTiming().endTime < Infinity;
              await Promise.allSettled(document.getAnimations().filter(ends).map((animation) => animation.finished));
              const { violations } = await axe.run();
              return violations
                .filter((violation) => ["serious", "critical"].includes(violation.impact))
                .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 300)}`));
            }
            """
        );
    }

    /// <summary>Writes a screenshot if the environment names a folder for them.</summary>
    public async Task TakeScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("KAJABI_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await _page.ScreenshotAsync(Path.Combine(folder, $"{name}.png"));
        }
    }

    public async ValueTask DisposeAsync() => await _page.DisposeAsync();
}
