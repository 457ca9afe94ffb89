using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Recognition.Spans;
using KnowledgeGraph.Extraction.Relations;
using KnowledgeGraph.Extraction.Relations.Ranking;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction;

/// <summary>Reads a page and says what it says: articles, entities, relations.</summary>
/// <remarks>Built once, used by any number of threads. Accepts any text, never throws on one, and takes time linear in it.</remarks>
public sealed class Extractor
{
    private const int HeadLength = 120;

    private readonly PlaceLexicon _places;
    private readonly NameRecognizer _names;
    private readonly EntityLinker _linker;
    private readonly RelationRules _rules;
    private readonly RelationRanker _ranker;
    private readonly EntityFilter _filter;

    public Extractor()
        : this(() => Lexicon.Model("pages.br"), () => Lexicon.Model("spans.br"), () => Lexicon.Model("relations.br"))
    {
    }

    /// <summary>An extractor with other models than those inside the assembly, as cross-validation needs it; without a model of spans, names stay as they are found; without a ranker, the rules alone speak.</summary>
    internal Extractor(Func<byte[]> pages, Func<byte[]>? spans, Func<byte[]>? relations)
    {
        // The large files are read side by side: the first page waits for the slowest and not for all.
        PlaceLexicon? places = null;
        Segmenter? segmenter = null;
        WordClusters? clusters = null;
        SequenceModel? first = null, second = null, selector = null, ranker = null;
        Parallel.Invoke(
            () => first = SequenceModel.Load(Lexicon.Model("names.br")),
            () => segmenter = new Segmenter(),
            () => places = new PlaceLexicon(),
            () => clusters = new WordClusters(),
            () => second = SequenceModel.Load(pages()),
            () => selector = spans is null ? null : SequenceModel.Load(spans()),
            () => ranker = relations is null ? null : SequenceModel.Load(relations()));

        var anchors = new ClassLexicon("anchors.tsv");
        var persons = new PersonCharacters();
        _places = places!;
        _names = new NameRecognizer(segmenter!, _places, persons, anchors, clusters!, first!, second!, selector);
        _linker = new EntityLinker(_places, new Abbreviations(_places));
        var titles = new TitleStack(anchors, segmenter!);
        _rules = new RelationRules(titles, _places);
        _ranker = new RelationRanker(ranker, segmenter!, clusters!, anchors, titles);
        _filter = new EntityFilter(_places, persons, anchors);
    }

    public PageExtraction Extract(PageText page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var facts = Read(page);
        _ranker.Apply(facts);
        _filter.Apply(facts.Entities, [.. facts.Statements.SelectMany(statement => (EntityDraft[])[statement.Head, statement.Tail])]);
        return new ExtractionWriter(page, facts, _places).Write();
    }

    /// <summary>All that the names of a page could be, for training.</summary>
    internal IEnumerable<(SpanCandidate Span, uint[] Features)> Spans(Page page) => _names.Spans(page);

    /// <summary>The names of a page, for training.</summary>
    internal List<Name> Names(Page page) => _names.Find(page);

    /// <summary>All relations that could be on a page, for training.</summary>
    internal IEnumerable<RelationCandidate> Candidates(PageText page) => _ranker.Candidates(Read(page));

    private PageFacts Read(PageText page)
    {
        var read = PageBuilder.Build(page);
        var local = LocalWords.Of(read, _places, page.Text[..Math.Min(HeadLength, page.Text.Length)]);
        var entities = _linker.Link(read, _names.Find(read), local);
        AnaphorFinder.AddMentions(read, entities, local);
        var facts = new PageFacts(read, entities, local);
        _rules.Apply(facts);
        return facts;
    }
}
