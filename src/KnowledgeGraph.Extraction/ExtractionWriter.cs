using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Relations;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction;

/// <summary>Turns what was found in the clean text into what the caller gets, with spans in the page's own text.</summary>
internal sealed class ExtractionWriter(PageText page, PageFacts facts)
{
    public PageExtraction Write()
    {
        var kept = facts.Entities.Where(entity => entity.Mentions.Count > 0).OrderBy(entity => entity.Mentions.Min(mention => mention.Start)).ToList();
        var index = new Dictionary<EntityDraft, int>();
        for (var i = 0; i < kept.Count; i++)
            index[kept[i]] = i;

        return new PageExtraction(
            page.Text,
            facts.Local.Place,
            facts.Page.Published,
            [.. facts.Page.Articles.Select(Describe)],
            [.. kept.Select(Describe)],
            [.. facts.Statements.Where(statement => index.ContainsKey(statement.Head) && index.ContainsKey(statement.Tail)).Select(statement => Describe(statement, index))]);
    }

    private ExtractedArticle Describe(PageArticle article) => new(
        article.Headline,
        ArticleSpans.Of(facts.Page.Clean, article.Start, article.End),
        article.Published is { } day ? new FactDate(day, IsPrinted: false) : null,
        facts.Local.Place);

    private ExtractedEntity Describe(EntityDraft entity) => new(
        entity.Type,
        [entity.Type, .. entity.OtherTypes.Where(type => type != entity.Type).Order()],
        Printed(entity, entity.Name),
        [.. entity.Forms.Where(form => form != entity.Name).Select(form => Printed(entity, form)).Distinct().Order(StringComparer.Ordinal)],
        entity.Region ?? facts.Local.Place,
        entity.Date,
        [.. entity.Mentions.DistinctBy(mention => (mention.Start, mention.End)).OrderBy(mention => mention.Start).Select(Describe)]);

    // A form as the page prints it, if it prints it in one piece.
    private string Printed(EntityDraft entity, string form)
    {
        foreach (var mention in entity.Mentions)
        {
            if (mention.Length == form.Length && string.CompareOrdinal(facts.Text, mention.Start, form, 0, form.Length) == 0
                && facts.Page.Clean.Origin(mention.Start, mention.End) is var span && span.Length == form.Length)
                return span.Of(page.Text);
        }

        return form;
    }

    private ExtractedMention Describe(Name mention)
    {
        var s = PartOfRule.SentenceAt(facts.Page.Sentences, mention.Start);
        return new ExtractedMention(facts.Page.Clean.Origin(mention.Start, mention.End), s < 0 ? 0 : facts.Page.Sentences[s].Article, mention.Rule, mention.Score);
    }

    private ExtractedRelation Describe(Statement statement, Dictionary<EntityDraft, int> index)
    {
        var sentence = facts.Page.Sentences[statement.Sentence];
        var span = facts.Page.Clean.Origin(sentence.Start, sentence.End);
        return new ExtractedRelation(
            statement.Type, index[statement.Head], index[statement.Tail], statement.Qualifiers, statement.Status, statement.Confidence,
            statement.Rule, sentence.Article, span, span.Of(page.Text));
    }
}
