using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Server;

/// <summary>The page at <c>/</c>: what is in the graph, and questions to begin with, which open in GraphiQL.</summary>
internal static class StartPage
{
    private const int NamesShown = 8;

    private static readonly HtmlEncoder _html = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task WriteAsync(HttpContext context, IGraphStore store)
    {
        var token = context.RequestAborted;
        var statistics = await store.CountAsync(token);
        var best = new Dictionary<EntityType, IReadOnlyList<Entity>>();
        foreach (var type in Enum.GetValues<EntityType>())
            best[type] = [.. (await store.ListEntitiesAsync(new EntityFilter { Type = type }, new PageRequest(NamesShown), token)).Values];

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Page(statistics, best), token);
    }

    private static string Page(GraphStatistics statistics, Dictionary<EntityType, IReadOnlyList<Entity>> best) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>KnowledgeGraph</title>
        <style>
          body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; color: #1d2733; max-width: 60rem; margin: 2.5rem auto; padding: 0 1.25rem; }
          h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.1rem; margin-top: 2.2rem; }
          .lead { color: #556372; margin-top: .2rem; }
          .counts { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none; }
          .counts li { background: #f1f5f9; border-radius: .5rem; padding: .5rem .9rem; } .counts b { font-size: 1.25rem; display: block; }
          table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-top: 1px solid #dde4eb; }
          th { width: 9rem; font-weight: 600; } a { color: #0b5cad; } .names a { margin-right: .8rem; white-space: nowrap; }
        </style>
        </head>
        <body>
        <h1>KnowledgeGraph</h1>
        <p class="lead">Who met whom, who signed with whom, who put money into what, and where: read from newspaper pages, each statement with its sentence.</p>
        <ul class="counts">
          {{Count(statistics.Documents, "pages")}}{{Count(statistics.Articles, "articles")}}{{Count(statistics.Entities.Values.Sum(), "entities")}}{{Count(statistics.Relations.Values.Sum(), "relations")}}{{Count(statistics.Evidence, "statements")}}
        </ul>
        <h2>Best connected</h2>
        <table class="names">{{Names(statistics, best)}}</table>
        <h2>Questions to begin with</h2>
        <ul>{{Questions(best)}}</ul>
        <p>GraphQL is at <code>/graphql</code>; <a href="/graphiql">GraphiQL</a> shows the schema, which is the manual.</p>
        </body>
        </html>
        """;

    private static string Count(long count, string what) => $"<li><b>{count:N0}</b>{what}</li>";

    private static string Names(GraphStatistics statistics, Dictionary<EntityType, IReadOnlyList<Entity>> best)
    {
        var rows = new StringBuilder();
        foreach (var (type, entities) in best)
        {
            rows.Append($"<tr><th>{type}s ({statistics.Entities.GetValueOrDefault(type):N0})</th><td>");
            foreach (var entity in entities)
                rows.Append(Link(StartQuestions.About(entity), entity.Name));

            rows.Append("</td></tr>");
        }

        return rows.ToString();
    }

    private static string Questions(Dictionary<EntityType, IReadOnlyList<Entity>> best)
    {
        var items = new StringBuilder();
        foreach (var (title, query) in StartQuestions.For(best))
            items.Append($"<li>{Link(query, title)}</li>");

        return items.ToString();
    }

    private static string Link(string query, string text) =>
        $"<a href=\"/graphiql?query={UrlEncoder.Default.Encode(query)}\">{_html.Encode(text)}</a> ";
}
