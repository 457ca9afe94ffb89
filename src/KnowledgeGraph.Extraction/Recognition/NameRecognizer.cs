using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Finds the names on a page: taggers, then grammars, then selection and a second reading.</summary>
internal sealed class NameRecognizer(
    Segmenter segmenter, PlaceLexicon places, PersonCharacters persons, ClassLexicon anchors, SequenceModel first, SequenceModel second)
{
    private readonly NameTagger _tagger = new(segmenter, places, persons, anchors, first, second);
    private readonly NameBoundaries _boundaries = new(segmenter, new ClassLexicon("cues.tsv"), new ClassLexicon("stops.tsv"), anchors);
    private readonly NameEdges _edges = new(places);
    private readonly OrganGrammar _organs = new(places);
    private readonly CompoundSurnames _surnames = new(persons, segmenter);
    private readonly EventGrammar _events = new(anchors);
    private readonly ProjectLists _projects = new(new ClassLexicon("stops.tsv"));
    private readonly JoinedNames _joined = new(anchors);
    private readonly PlaceChains _chains = new(places, anchors);
    private readonly Gazetteer _gazetteer = new(places, segmenter);

    /// <summary>The names of a page in text order, without overlap.</summary>
    public List<Name> Find(Page page)
    {
        var tagged = _boundaries.Extend(page, _tagger.Find(page)).Select(name => _edges.Repair(page.Text, name)).OfType<Name>().ToList();
        var grammar = _organs.Find(page).Concat(_surnames.Find(page)).Concat(_events.Find(page)).Concat(_projects.Find(page)).OrderBy(name => name.Start).ToList();
        var selected = NameSelection.Select(page, tagged, grammar).SelectMany(name => _joined.Split(page.Text, name)).SelectMany(name => _chains.Split(page.Text, name)).ToList();
        var known = KnownNames.Apply(page, selected, places);
        return [.. known.Concat(_gazetteer.Find(page, known)).OrderBy(name => name.Start)];
    }
}
