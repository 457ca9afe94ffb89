using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Relations;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction;

/// <summary>Reads a page and says what it says: articles, entities, relations.</summary>
/// <remarks>Built once, used by any number of threads. Accepts any text, never throws on one, and takes time linear in it.</remarks>
public sealed class Extractor
{
    private readonly PlaceLexicon _places;
    private readonly NameRecognizer _names;
    private readonly EntityLinker _linker;
    private readonly RelationRules _rules;
    private readonly EntityFilter _filter;
    private readonly Confidences _confidences = new();

    public Extractor()
        : this(() => Lexicon.Model("pages.br"))
    {
    }

    /// <summary>An extractor whose second tagger is another than the one inside the assembly, as cross-validation needs it.</summary>
    internal Extractor(Func<byte[]> pages)
    {
        // The large files are read side by side: the first page waits for the slowest and not for all.
        PlaceLexicon? places = null;
        Segmenter? segmenter = null;
        SequenceModel? first = null, second = null;
        Parallel.Invoke(
            () => first = SequenceModel.Load(Lexicon.Model("names.br")),
            () => segmenter = new Segmenter(),
            () => places = new PlaceLexicon(),
            () => second = SequenceModel.Load(pages()));

        var anchors = new ClassLexicon("anchors.tsv");
        var persons = new PersonCharacters();
        _places = places!;
        _names = new NameRecognizer(segmenter!, _places, persons, anchors, first!, second!);
        _linker = new EntityLinker(_places, new Abbreviations(_places));
        _rules = new RelationRules(anchors, segmenter!, _places);
        _filter = new EntityFilter(_places, persons, anchors);
    }

    public PageExtraction Extract(PageText page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var read = PageBuilder.Build(page);
        var local = LocalWords.Of(read, _places);
        var entities = _linker.Link(read, _names.Find(read), local);
        AnaphorFinder.AddMentions(read, entities, local);
        var facts = new PageFacts(read, entities, local);
        _rules.Apply(facts);
        _filter.Apply(facts.Entities, [.. facts.Statements.SelectMany(statement => (EntityDraft[])[statement.Head, statement.Tail])]);
        return new ExtractionWriter(page, facts, _places, _confidences).Write();
    }
}
