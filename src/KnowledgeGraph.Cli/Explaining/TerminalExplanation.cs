using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph;
using Spectre.Console;

namespace KnowledgeGraph.Cli.Explaining;

/// <summary>Shows a page on the terminal with what was found in it, and what said so.</summary>
/// <remarks>A name is followed by the number of its entity, which the tables below explain; what was left out is dim.</remarks>
internal static class TerminalExplanation
{
    public static void Write(IAnsiConsole console, string document, PageExtraction page)
    {
        console.Write(new Rule(Markup.Escape(document)).LeftJustified());
        foreach (var segment in PageSegments.Of(page))
            console.Markup(Mark(page, segment));

        console.WriteLine();
        console.WriteLine();
        console.Write(Entities(page));
        console.Write(Relations(page));
    }

    private static string Mark(PageExtraction page, PageSegment segment)
    {
        var text = Markup.Escape(segment.Text);
        return segment.Entity is { } entity ? $"[{ColourOf(page.Entities[entity].Type)}]{text}[/][dim]#{entity + 1}[/]"
            : segment.IsRead ? text
            : $"[dim]{text}[/]";
    }

    private static Table Entities(PageExtraction page)
    {
        var table = new Table().Title("Entities").AddColumns("#", "Type", "Name", "Other forms", "Found by");
        for (var i = 0; i < page.Entities.Count; i++)
        {
            var entity = page.Entities[i];
            table.AddRow(
                $"{i + 1}", $"[{ColourOf(entity.Type)}]{entity.Type}[/]", Markup.Escape(entity.Name), Markup.Escape(string.Join('、', entity.Aliases)),
                Markup.Escape(string.Join(", ", entity.Mentions.GroupBy(mention => mention.Rule).Select(group => $"{group.Key} ×{group.Count()}"))));
        }

        return table;
    }

    private static Table Relations(PageExtraction page)
    {
        var table = new Table().Title("Relations").AddColumns("Relation", "Confidence", "Said by", "On the words", "Sentence");
        foreach (var relation in page.Relations)
        {
            table.AddRow(
                Markup.Escape($"{page.Entities[relation.Head].Name} {Ontology.Of(relation.Type).Name} {page.Entities[relation.Tail].Name}")
                    + (relation.Status == RelationStatus.Occurred ? "" : $" [dim]({relation.Status})[/]"),
                $"{relation.Confidence:P0}", Markup.Escape(relation.Rule), Markup.Escape(relation.Cue?.Of(page.Text) ?? ""), Markup.Escape(relation.Sentence.ReplaceLineEndings("")));
        }

        return table;
    }

    private static string ColourOf(EntityType type) => type switch
    {
        EntityType.Person => "blue",
        EntityType.Organization => "green",
        EntityType.Project => "yellow",
        EntityType.Event => "magenta",
        _ => "cyan",
    };
}
