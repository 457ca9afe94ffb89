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
    private readonly CompoundSurnames _surnames;
    private readonly EventGrammar _events;
    private readonly NameBoundaries _boundaries;
    private readonly NameEdges _edges;
    private readonly Gazetteer _gazetteer;
    private readonly PlaceChains _chains;
    private readonly EntityLinker _linker;
    private readonly RelationRules _rules;
    private readonly EntityFilter _filter;
    private readonly Confidences _confidences = new();

    public Extractor()
        : this(SequenceModel.Load(Lexicon.Model("pages.br")))
    {
    }

    /// <summary>An extractor whose second tagger is another than the one inside the assembly, as cross-validation needs it.</summary>
    internal Extractor(SequenceModel pages)
    {
        var anchors = new ClassLexicon("anchors.tsv");
        var segmenter = new Segmenter();
        var persons = new PersonCharacters();
        _events = new EventGrammar(anchors);
        _surnames = new CompoundSurnames(persons, segmenter);
        _gazetteer = new Gazetteer(_places, segmenter);
        _edges = new NameEdges(_places);
        _boundaries = new NameBoundaries(segmenter, new ClassLexicon("cues.tsv"), new ClassLexicon("stops.tsv"), anchors);
        _chains = new PlaceChains(_places, anchors);
        _tagger = new NameTagger(segmenter, _places, persons, anchors, SequenceModel.Load(Lexicon.Model("names.br")), pages);
        _organs = new OrganGrammar(_places);
        _linker = new EntityLinker(_places, new Abbreviations(_places));
        _filter = new EntityFilter(_places, persons, anchors);
        _rules = new RelationRules(anchors, _places);
    }

    private List<Name> Names(Page page)
    {
        var tagged = _boundaries.Extend(page, _tagger.Find(page)).Select(name => _edges.Repair(page.Text, name)).OfType<Name>().ToList();
        var grammar = _organs.Find(page).Concat(_surnames.Find(page)).Concat(_events.Find(page)).OrderBy(name => name.Start).ToList();
        var names = NameSelection.Select(page, tagged, grammar).SelectMany(name => _chains.Split(page.Text, name)).ToList();
        var known = KnownNames.Apply(page, names, _places);
        return [.. known.Concat(_gazetteer.Find(page, known)).OrderBy(name => name.Start)];
    }

    public PageExtraction Extract(PageText page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var read = PageBuilder.Build(page);
        var local = LocalWords.Of(read, _places);
        var entities = _linker.Link(read, Names(read), local);
        AnaphorFinder.AddMentions(read, entities, local);
        var facts = new PageFacts(read, entities, local);
        _rules.Apply(facts);
        _filter.Apply(facts.Entities, [.. facts.Statements.SelectMany(statement => (EntityDraft[])[statement.Head, statement.Tail])]);
        return new ExtractionWriter(page, facts, _places, _confidences).Write();
    }
}
