using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>The page and the API reference in a browser.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Missing = "Chromium is not installed.";

    public static TheoryData<int, bool> Windows =>
        new()
        {
            { 1280, false },
            { 1280, true },
            { 390, false },
        };

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task Resources_requests_and_deliveries_are_shown_as_they_happen(int width, bool isDark)
    {
        Skip.If(Browser.IsMissing, Missing);
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        await using BrowserPage page = await browser.OpenAsync(sandbox.Origin, width, isDark);

        await page.GoToAsync("/");
        await page.WaitForTextAsync("h2", "Resources");
        await CheckAsync(page, $"types-{width}", isDark);
        await page.ClickAsync("main a", "contacts");
        await page.WaitForTextAsync("th", "customer");
        await CheckAsync(page, $"contacts-{width}", isDark);
        await page.ClickAsync("main td a", "Johanna Brandt");
        await page.WaitForTextAsync("h2", "customers 321: Johanna Brandt");
        await CheckAsync(page, $"customer-{width}", isDark);

        await page.ClickAsync("nav a", "Requests");
        await page.WaitForTextAsync("main p", "No requests yet");
        sandbox.Sandbox.Faults.Add(SandboxFault.BadGateway());
        using HttpResponseMessage _ = await sandbox.CallApiAsync("/v1/contacts?filter[search]=<img src=x onerror=alert(1)>");
        await page.WaitForTextAsync("summary", "filter[search]=<img src=x onerror=alert(1)>");
        await page.ClickAsync("summary", "/v1/contacts");
        await page.WaitForTextAsync("details[open] pre", "authorization: Bearer (redacted)");
        await CheckAsync(page, $"requests-{width}", isDark);

        await page.ClickAsync("nav a", "Deliveries");
        await page.WaitForTextAsync("main p", "No deliveries yet");
        sandbox.Sandbox.AddAdminWebhook("payment.succeeded", $"{sandbox.Origin}/unknown");
        sandbox.Sandbox.SimulateCheckout("123", "456");
        await page.WaitForTextAsync("td", "payment.succeeded");
        await page.ClickAsync("summary", "/unknown");
        await page.WaitForTextAsync("details[open] pre", "johanna@example.com");
        await CheckAsync(page, $"deliveries-{width}", isDark);

        Assert.Equal(string.Empty, string.Join('\n', page.Problems));
    }

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task The_page_shows_how_a_program_connects_and_adds_data(int width, bool isDark)
    {
        Skip.If(Browser.IsMissing, Missing);
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        await using BrowserPage page = await browser.OpenAsync(sandbox.Origin, width, isDark);
        await using KajabiSandbox empty = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });

        await page.GoToAsync("/");
        await page.ClickAsync("nav a", "Connect");
        await page.WaitForTextAsync("pre", $"curl {sandbox.Origin}/v1/oauth/token -d grant_type=client_credentials");
        await CheckAsync(page, $"connect-{width}", isDark);
        string file = await page.EvaluateAsync<string>("() => document.querySelector('[aria-label=\"Data file\"]').textContent");
        string request = await page.EvaluateAsync<string>(
            "() => document.querySelector('[aria-label=\"Request that adds data\"]').textContent"
        );

        Assert.Equal(3, empty.Data.Load(file).Count);
        Assert.Equal([new SandboxIdentifier("contacts", "7002")], sandbox.Sandbox.Data.Load(request.Split('\'')[1]));
        Assert.Equal(string.Empty, string.Join('\n', page.Problems));
    }

    [SkippableTheory]
    [InlineData("/#unknown")]
    [InlineData("/#/unknown")]
    [InlineData("/#/resources/%")]
    public async Task An_unknown_address_shows_a_message(string path)
    {
        Skip.If(Browser.IsMissing, Missing);
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        await using BrowserPage page = await browser.OpenAsync(sandbox.Origin, 390);

        await page.GoToAsync(path);
        await page.WaitForTextAsync("main h2", "Not found");
        await page.WaitForTextAsync("main p", "This page does not exist.");

        Assert.Equal(string.Empty, string.Join('\n', page.Problems));
    }

    [SkippableFact]
    public async Task All_tabs_are_visible_on_a_phone()
    {
        Skip.If(Browser.IsMissing, Missing);
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        await using BrowserPage page = await browser.OpenAsync(sandbox.Origin, 390);

        await page.GoToAsync("/");
        await page.WaitForTextAsync("h2", "Resources");
        await page.WaitForTextAsync("#request-count", "0");

        Assert.True(
            await page.EvaluateAsync<bool>("() => document.querySelector('nav a:last-child').getBoundingClientRect().right <= innerWidth")
        );
    }

    [SkippableFact]
    public async Task The_sandbox_is_reset_with_the_keyboard()
    {
        Skip.If(Browser.IsMissing, Missing);
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        await using BrowserPage page = await browser.OpenAsync(sandbox.Origin, 390);
        await page.GoToAsync("/#/resources/purchases");
        await page.WaitForTextAsync("h2", "purchases 2");
        sandbox.Sandbox.SimulateCheckout("123", "458");

        await page.EvaluateAsync<bool>("() => { document.querySelector('h1 a').focus(); return true; }");
        await page.PressAsync("Tab");
        await page.PressAsync("Enter");
        await page.WaitForTextAsync("dialog[open] h2", "Reset the sandbox?");
        await CheckAsync(page, "reset-390", isDark: false);
        await page.PressAsync("Tab");
        await page.PressAsync("Enter");
        await page.WaitForTextAsync("[role=status]", "The sandbox was reset.");

        Assert.Equal(2, sandbox.Sandbox.Store.GetAll("purchases").Count);
        Assert.Equal(string.Empty, string.Join('\n', page.Problems));
    }

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task The_API_reference_sends_a_request_to_the_sandbox_and_to_no_other_host(int width, bool isDark)
    {
        Skip.If(Browser.IsMissing, Missing);
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync();
        await using BrowserPage page = await browser.OpenAsync(sandbox.Origin, width, isDark);

        await page.GoToAsync("/reference/#tag/me/GET/v1/me");
        await page.WaitForTextAsync("button", "(get /v1/me)");
        await CheckAsync(page, $"reference-{width}", isDark);
        await page.ClickAsync("button", "(get /v1/me)");
        await page.WaitForTextAsync("[role=dialog] button", "Send");
        await CheckAsync(page, $"request-{width}", isDark);
        await page.ClickAsync("[role=dialog] button", "Send");
        await page.WaitForTextAsync("[role=dialog]", "200 OK");
        await page.WaitForTextAsync("[role=dialog]", "mira@kiln.example.com");
        await CheckAsync(page, $"try-it-{width}", isDark);

        Assert.Contains(sandbox.Sandbox.Requests, static request => request is { Path: "/v1/me", StatusCode: 200 });
        Assert.Equal(string.Empty, string.Join('\n', page.Problems));
    }

    /// <summary>Checks that the page is accessible and that it is not wider than the window.</summary>
    private static async Task CheckAsync(BrowserPage page, string name, bool isDark)
    {
        await page.TakeScreenshotAsync(name + (isDark ? "-dark" : string.Empty));
        string[] problems = await page.CheckAccessibilityAsync();
        Assert.True(problems.Length == 0, $"{name}:\n{string.Join('\n', problems)}");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} is too wide.");
    }
}
