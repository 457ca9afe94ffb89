using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Relations;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction;

/// <summary>Turns what was found in the clean text into what the caller gets: spans in the page's own text, dates, statuses, scopes.</summary>
internal sealed class ExtractionWriter
{
    private readonly PageText _page;
    private readonly PageFacts _facts;
    private readonly PlaceLexicon _places;
    private readonly PartialDate? _year;
    private readonly FactDate?[] _articleDates;
    private readonly Dictionary<EntityDraft, EntityDraft> _employers = [];

    public ExtractionWriter(PageText page, PageFacts facts, PlaceLexicon places)
    {
        (_page, _facts, _places) = (page, facts, places);
        _year = facts.Page.Published is null ? SentenceDates.YearOf(facts.Text) : null;
        _articleDates = [.. Enumerable.Range(0, facts.Page.Articles.Count).Select(DateOf)];
        foreach (var statement in facts.Statements.Where(statement => statement.Type == RelationType.HoldsPosition))
            _employers.TryAdd(statement.Head, statement.Tail);
    }

    public PageExtraction Write()
    {
        var kept = _facts.Entities.Where(entity => entity.Mentions.Count > 0).OrderBy(entity => entity.Mentions.Min(mention => mention.Start)).ToList();
        var index = new Dictionary<EntityDraft, int>();
        for (var i = 0; i < kept.Count; i++)
            index[kept[i]] = i;

        return new PageExtraction(
            _page.Text,
            _facts.Local.Place,
            _facts.Page.Published,
            [.. _facts.Page.Articles.Select((article, i) => new ExtractedArticle(article.Headline, ArticleSpans.Of(_facts.Page.Clean, article.Start, article.End), _articleDates[i], _facts.Local.Place))],
            [.. kept.Select(Describe)],
            [.. _facts.Statements.Where(statement => index.ContainsKey(statement.Head) && index.ContainsKey(statement.Tail)).Select(statement => Describe(statement, index))]);
    }

    private PartialDate? Published(int article) => _facts.Page.Articles[article].Published ?? _facts.Page.Published ?? _year;

    // When what an article tells of happened: the date in its first sentences.
    private FactDate? DateOf(int article)
    {
        var first = _facts.Page.Sentences.Where(sentence => sentence.Article == article && !sentence.IsHeadline).Take(2);
        foreach (var sentence in first)
        {
            if (SentenceDates.First(_facts.TextOf(sentence), Published(article)) is { Day: not null } date)
                return new FactDate(date, IsPrinted: true);
        }

        return null;
    }

    private ExtractedEntity Describe(EntityDraft entity) => new(
        entity.Type,
        [entity.Type, .. entity.OtherTypes.Where(type => type != entity.Type).Order()],
        Printed(entity, entity.Name),
        [.. entity.Forms.Where(form => form != entity.Name).Select(form => Printed(entity, form)).Distinct().Order(StringComparer.Ordinal)],
        Region(_employers.GetValueOrDefault(entity, entity)),
        entity.Type == EntityType.Event ? EventDate(entity) : null,
        [.. entity.Mentions.DistinctBy(mention => (mention.Start, mention.End)).OrderBy(mention => mention.Start).Select(Describe)]);

    // The place a name begins with, else the page's.
    private string? Region(EntityDraft entity)
    {
        var length = entity.Type is EntityType.Organization or EntityType.Place ? _places.LongestPrefix(entity.Name) : 0;
        return length >= 2 ? entity.Name[..length] : _facts.Local.Place;
    }

    private FactDate? EventDate(EntityDraft scene)
    {
        foreach (var mention in scene.Mentions.OrderBy(mention => mention.Start))
        {
            var s = PartOfRule.SentenceAt(_facts.Page.Sentences, mention.Start);
            if (s >= 0 && !_facts.Page.Sentences[s].IsHeadline)
                return DateIn(s);
        }

        return null;
    }

    private FactDate? DateIn(int sentence)
    {
        var article = _facts.Page.Sentences[sentence].Article;
        return SentenceDates.First(_facts.TextOf(_facts.Page.Sentences[sentence]), Published(article)) is { } date
            ? new FactDate(date, IsPrinted: true)
            : _articleDates[article] is { } stands ? stands with { IsPrinted = false } : null;
    }

    // A form as the page prints it, if it prints it in one piece.
    private string Printed(EntityDraft entity, string form)
    {
        foreach (var mention in entity.Mentions)
        {
            if (mention.Length == form.Length && string.CompareOrdinal(_facts.Text, mention.Start, form, 0, form.Length) == 0
                && _facts.Page.Clean.Origin(mention.Start, mention.End) is var span && span.Length == form.Length)
                return span.Of(_page.Text);
        }

        return form;
    }

    private ExtractedMention Describe(Name mention)
    {
        var s = PartOfRule.SentenceAt(_facts.Page.Sentences, mention.Start);
        return new ExtractedMention(_facts.Page.Clean.Origin(mention.Start, mention.End), s < 0 ? 0 : _facts.Page.Sentences[s].Article, mention.Rule, mention.Score);
    }

    private ExtractedRelation Describe(Statement statement, Dictionary<EntityDraft, int> index)
    {
        var sentence = _facts.Page.Sentences[statement.Sentence];
        var span = _facts.Page.Clean.Origin(sentence.Start, sentence.End);
        var qualifiers = statement.Type is RelationType.HoldsPosition or RelationType.PartOf or RelationType.LocatedIn
            ? statement.Qualifiers
            : statement.Qualifiers with { Date = DateIn(statement.Sentence) };

        return new ExtractedRelation(
            statement.Type, index[statement.Head], index[statement.Tail], qualifiers, Status(statement, sentence),
            statement.Confidence, statement.Rule, sentence.Article, span, span.Of(_page.Text),
            statement.Cue is { } cue && cue.End > cue.Start ? _facts.Page.Clean.Origin(cue.Start, cue.End) : null);
    }

    private RelationStatus Status(Statement statement, Sentence sentence)
    {
        if (statement.Status != RelationStatus.Occurred || statement.Type is RelationType.HoldsPosition or RelationType.PartOf or RelationType.SignedWith
            || (statement.Type == RelationType.LocatedIn && statement.Head.Type == EntityType.Place))
            return statement.Status;

        foreach (var (start, end) in Clauses.Of(_facts.Text, sentence.Start, sentence.End))
        {
            if (statement.Tail.Mentions.Exists(mention => mention.Start >= start && mention.End <= end))
                return Modality.Of(_facts.Text.AsSpan(start, end - start));
        }

        return RelationStatus.Occurred;
    }
}
