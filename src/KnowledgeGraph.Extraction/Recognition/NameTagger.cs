using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Finds names with two taggers in a row: one trained on large corpora, one on pages of our own kind.</summary>
internal sealed class NameTagger
{
    private readonly CharacterFeatures _characters;
    private readonly ContextFeatures _context;
    private readonly SequenceModel _first;
    private readonly SequenceModel? _second;

    public NameTagger(Segmenter segmenter, PlaceLexicon places, PersonCharacters persons, ClassLexicon anchors, SequenceModel first, SequenceModel? second)
    {
        _characters = new CharacterFeatures(segmenter, places, persons);
        _context = new ContextFeatures(anchors, new ClassLexicon("cues.tsv"));
        (_first, _second) = (first, second);
    }

    /// <summary>The names in the sentences of a page, in text order, without overlap.</summary>
    public List<Name> Find(Page page)
    {
        var names = new List<Name>();
        var features = Features([.. page.Sentences.Select(sentence => page.Text.Substring(sentence.Start, sentence.Length))]);
        for (var s = 0; s < features.Count; s++)
        {
            var tags = _second!.Decode(features[s], ContextFeatures.Width).Select(tag => _second.Tags[tag]).ToArray();
            foreach (var (start, end, kind) in TagScheme.Spans(tags))
                names.Add(new Name(page.Sentences[s].Start + start, page.Sentences[s].Start + end, TypeOf(kind), "tagger", 0.9));
        }

        return names;
    }

    /// <summary>The features of the second tagger for each sentence of a page.</summary>
    internal List<uint[]> Features(IReadOnlyList<string> sentences)
    {
        var read = new List<(List<Word> Words, uint[] Features, FirstReading Reading)>();
        var (memory, cohesion) = (new PageMemory(), new PageCohesion(sentences));
        foreach (var sentence in sentences)
        {
            var features = _characters.Of(sentence, out var words);
            var reading = _first.Read(features, CharacterFeatures.Width);
            read.Add((words, features, reading));
            memory.Add(sentence, [.. reading.Tags.Select(tag => _first.Tags[tag])]);
        }

        return [.. sentences.Zip(read, (text, r) => _context.Of(text, r.Words, r.Features, r.Reading, memory.Marks(text), cohesion.Marks(text)))];
    }

    /// <summary>The class of a type in the tags of the second tagger.</summary>
    internal static string ClassOf(EntityType type) => type switch
    {
        EntityType.Person => "PER",
        EntityType.Organization => "ORG",
        EntityType.Project => "PRJ",
        EntityType.Event => "EVT",
        _ => "LOC",
    };

    private static EntityType TypeOf(string kind) => kind switch
    {
        "PER" => EntityType.Person,
        "ORG" => EntityType.Organization,
        "PRJ" => EntityType.Project,
        "EVT" => EntityType.Event,
        _ => EntityType.Place,
    };
}

/// <summary>A name in the clean text of a page.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Type">What it names.</param>
/// <param name="Rule">What found it.</param>
/// <param name="Score">How sure that is, from 0 to 1.</param>
internal sealed record Name(int Start, int End, EntityType Type, string Rule, double Score)
{
    public int Length => End - Start;
}
