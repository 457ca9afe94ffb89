using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition.Spans;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Finds the names on a page: taggers, then grammars, then selection and a second reading.</summary>
internal sealed class NameRecognizer(
    Segmenter segmenter, PlaceLexicon places, PersonCharacters persons, ClassLexicon anchors, WordClusters clusters, SequenceModel first, SequenceModel second, SequenceModel? spans)
{
    private readonly NameTagger _tagger = new(segmenter, places, persons, anchors, clusters, first, second);
    private readonly NameBoundaries _boundaries = new(segmenter, new ClassLexicon("cues.tsv"), new ClassLexicon("stops.tsv"), anchors);
    private readonly NameEdges _edges = new(places);
    private readonly OrganGrammar _organs = new(places);
    private readonly CompoundSurnames _surnames = new(persons, segmenter);
    private readonly EventGrammar _events = new(anchors);
    private readonly ProjectLists _projects = new(new ClassLexicon("stops.tsv"));
    private readonly JoinedNames _joined = new(anchors);
    private readonly PlaceChains _chains = new(places, anchors);
    private readonly SpanSelector _spans = new(spans, segmenter, places, anchors, clusters);
    private readonly Gazetteer _gazetteer = new(places, segmenter);

    /// <summary>The names of a page in text order; they do not overlap, but for names inside of others.</summary>
    public List<Name> Find(Page page) => [.. _spans.Select(page, Found(page, out var first), first).SelectMany(name => _chains.Split(page.Text, name))];

    /// <summary>All that the names of a page could be instead, for training.</summary>
    public IEnumerable<(SpanCandidate Span, uint[] Features)> Spans(Page page) => _spans.Candidates(page, Found(page, out var first), first);

    internal List<Name> Found(Page page, out List<Name> first)
    {
        var tagged = _boundaries.Extend(page, _tagger.Find(page, out first)).Select(name => _edges.Repair(page.Text, name)).OfType<Name>().ToList();
        var grammar = _organs.Find(page).Concat(_surnames.Find(page)).Concat(_events.Find(page)).Concat(_projects.Find(page)).OrderBy(name => name.Start).ToList();
        var selected = NameSelection.Select(page, tagged, grammar).SelectMany(name => _joined.Split(page.Text, name)).SelectMany(name => _chains.Split(page.Text, name)).ToList();
        var known = KnownNames.Apply(page, selected, places);
        return [.. known.Concat(_gazetteer.Find(page, known)).OrderBy(name => name.Start)];
    }
}
