namespace KnowledgeGraph.Server.Tests;

public sealed class StartPageTests(RunningServer server)
{
    [Fact]
    public async Task The_start_page_shows_what_is_in_the_graph_and_questions_that_open_in_GraphiQL()
    {
        var page = await server.Http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        page.Should().Contain("Whom did ").And.Contain("/graphiql?query=").And.Contain("pages");
    }

    [Theory]
    [InlineData("/health/live", "alive")]
    [InlineData("/health/ready", "ready")]
    public async Task Health_is_told(string path, string answer) =>
        (await server.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).Should().Be(answer);
}
