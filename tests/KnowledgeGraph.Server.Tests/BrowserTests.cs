using KnowledgeGraph.Testing;
using Microsoft.Playwright;

namespace KnowledgeGraph.Server.Tests;

/// <summary>The pages, in a real browser.</summary>
public sealed class BrowserTests(RunningServer server) : IAsyncLifetime
{
    private static readonly string[] _places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var chromium = Requirement.Of(Array.Find(_places, File.Exists), "These tests need Chromium: apt-get install chromium.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();

        _playwright?.Dispose();
    }

    [Fact]
    public async Task A_question_of_the_start_page_opens_in_GraphiQL_and_is_answered()
    {
        var page = await _browser!.NewPageAsync();
        await page.GotoAsync(new Uri(server.Http.BaseAddress!, "/").ToString());
        await page.GetByText("Whom did ").First.ClickAsync();
        await page.Locator(".graphiql-query-editor").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("Execute query") }).ClickAsync();

        await Assertions.Expect(page.Locator(".result-window")).ToContainTextAsync("totalCount");
        (await page.Locator(".result-window").InnerTextAsync()).Should().NotContain("errors");
    }

    [Fact]
    public async Task The_start_page_loads_nothing_from_elsewhere()
    {
        var page = await _browser!.NewPageAsync();
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Http.BaseAddress!.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };

        await page.GotoAsync(new Uri(server.Http.BaseAddress!, "/").ToString());
        await page.GotoAsync(new Uri(server.Http.BaseAddress!, "/graphiql").ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        elsewhere.Should().BeEmpty();
    }
}
