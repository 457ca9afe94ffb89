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
    private readonly PlaceLexicon _places = new();
    private readonly NameTagger _tagger;
    private readonly OrganGrammar _organs;
    private readonly EntityLinker _linker;
    private readonly RelationRules _rules;

    public Extractor()
        : this(SequenceModel.Load(Lexicon.Model("pages.br")))
    {
    }

    /// <summary>An extractor whose second tagger is another than the one inside the assembly, as cross-validation needs it.</summary>
    internal Extractor(SequenceModel pages)
    {
        var anchors = new ClassLexicon("anchors.tsv");
        _tagger = new NameTagger(new Segmenter(), _places, new PersonCharacters(), anchors, SequenceModel.Load(Lexicon.Model("names.br")), pages);
        _organs = new OrganGrammar(_places);
        _linker = new EntityLinker(_places, new Abbreviations(_places));
        _rules = new RelationRules(anchors, _places);
    }

    public PageExtraction Extract(PageText page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var read = PageBuilder.Build(page);
        var local = LocalWords.Of(read, _places);
        var entities = _linker.Link(read, NameSelection.Select(read, _tagger.Find(read), [.. _organs.Find(read)]), local);
        AnaphorFinder.AddMentions(read, entities, local);
        var facts = new PageFacts(read, entities, local);
        _rules.Apply(facts);
        return new ExtractionWriter(page, facts).Write();
    }
}
