using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Cli.Explaining;

/// <summary>Writes a page as one HTML file with what was found in it, and what said so.</summary>
/// <remarks>The file needs nothing else. Names lead to their entity, statements to their sentence; text from the page is always encoded.</remarks>
internal static class HtmlExplanation
{
    private const string Head =
        """
        <style>
        body { font: 16px/1.7 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
        .page { white-space: pre-wrap; border: 1px solid #ccc; padding: 1rem }
        .page span { color: #999 }
        .page a { color: inherit; text-decoration: none; border-radius: 3px; padding: 0 1px }
        .Person { background: #cfe2ff } .Organization { background: #d1e7dd } .Project { background: #fff3cd } .Event { background: #f3d9fa } .Place { background: #cff4fc }
        a:focus, tr:target { outline: 2px solid #d63384 }
        table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: 14px }
        th, td { border-bottom: 1px solid #ddd; padding: .3rem .5rem; text-align: left; vertical-align: top }
        b { color: #d63384 }
        </style>
        """;

    private static readonly HtmlEncoder _html = HtmlEncoder.Create(UnicodeRanges.All);

    public static byte[] Write(string document, PageExtraction page)
    {
        var html = new StringBuilder();
        html.Append($"<!doctype html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Text(document)}</title>\n{Head}\n</head>\n<body>\n<h1>{Text(document)}</h1>\n");
        html.Append("<p>Grey text was left out: navigation, bylines, what is printed twice. A name leads to its entity.</p>\n<div class=\"page\">");
        foreach (var segment in PageSegments.Of(page))
            html.Append(Mark(page, segment));

        html.Append("</div>\n");
        AddEntities(html, page);
        AddRelations(html, page);
        html.Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static string Mark(PageExtraction page, PageSegment segment) => segment switch
    {
        { Entity: { } entity, Mention: { } mention } =>
            $"<a href=\"#e{entity + 1}\" class=\"{page.Entities[entity].Type}\" title=\"{Text($"{page.Entities[entity].Name}: {mention.Rule}, {mention.Score:P0}")}\">{Text(segment.Text)}</a>",
        { IsRead: true } => Text(segment.Text),
        _ => $"<span>{Text(segment.Text)}</span>",
    };

    private static void AddEntities(StringBuilder html, PageExtraction page)
    {
        html.Append("<h2>Entities</h2>\n<table>\n<tr><th>#<th>Type<th>Name<th>Other forms<th>Found by\n");
        for (var i = 0; i < page.Entities.Count; i++)
        {
            var entity = page.Entities[i];
            var rules = entity.Mentions.GroupBy(mention => mention.Rule).Select(group => $"{group.Key} ×{group.Count()}");
            html.Append(
                $"<tr id=\"e{i + 1}\"><td>{i + 1}<td class=\"{entity.Type}\">{entity.Type}<td>{Text(entity.Name)}<td>{Text(string.Join('、', entity.Aliases))}<td>{Text(string.Join(", ", rules))}\n");
        }

        html.Append("</table>\n");
    }

    private static void AddRelations(StringBuilder html, PageExtraction page)
    {
        html.Append("<h2>Relations</h2>\n<table>\n<tr><th>Head<th>Relation<th>Tail<th>Status<th>Confidence<th>Said by<th>Sentence\n");
        foreach (var relation in page.Relations)
        {
            html.Append(
                $"<tr><td>{Name(page, relation.Head)}<td>{Ontology.Of(relation.Type).Name}<td>{Name(page, relation.Tail)}<td>{relation.Status}<td>{relation.Confidence:P0}<td>{Text(relation.Rule)}<td>{Sentence(page, relation)}\n");
        }

        html.Append("</table>\n");
    }

    private static string Name(PageExtraction page, int entity) => $"<a href=\"#e{entity + 1}\">{Text(page.Entities[entity].Name)}</a>";

    // The words that the rule went by stand out.
    private static string Sentence(PageExtraction page, ExtractedRelation relation) => relation.Cue is { } cue && relation.Evidence.Contains(cue)
        ? $"{Text(page.Text[relation.Evidence.Start..cue.Start])}<b>{Text(cue.Of(page.Text))}</b>{Text(page.Text[cue.End..relation.Evidence.End])}"
        : Text(relation.Sentence);

    private static string Text(string text) => _html.Encode(text);
}
