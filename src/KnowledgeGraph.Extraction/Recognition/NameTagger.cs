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

    public NameTagger(Segmenter segmenter, PlaceLexicon places, PersonCharacters persons, ClassLexicon anchors, WordClusters clusters, SequenceModel first, SequenceModel? second)
    {
        _characters = new CharacterFeatures(segmenter, places, persons);
        _context = new ContextFeatures(anchors, new ClassLexicon("cues.tsv"), clusters);
        (_first, _second) = (first, second);
    }

    /// <summary>The names in the sentences of a page, in text order, without overlap.</summary>
    /// <param name="page">The page.</param>
    /// <param name="first">What the first tagger alone says.</param>
    public List<Name> Find(Page page, out List<Name> first)
    {
        var (names, read) = (new List<Name>(), new List<int[]>());
        first = [];
        var features = Features([.. page.Sentences.Select(sentence => page.Text.Substring(sentence.Start, sentence.Length))], read);
        for (var s = 0; s < features.Count; s++)
        {
            first.AddRange(Names(page.Sentences[s], _first, read[s], "first tagger"));
            names.AddRange(Names(page.Sentences[s], _second!, _second!.Decode(features[s], ContextFeatures.Width), "tagger"));
        }

        return names;
    }

    private static IEnumerable<Name> Names(Sentence sentence, SequenceModel model, int[] tags, string rule) =>
        TagScheme.Spans([.. tags.Select(tag => model.Tags[tag])]).Select(span => new Name(sentence.Start + span.Start, sentence.Start + span.End, TypeOf(span.Class), rule, 0.9));

    /// <summary>The features of the second tagger for each sentence of a page.</summary>
    internal List<uint[]> Features(IReadOnlyList<string> sentences, List<int[]>? first = null)
    {
        var read = new List<(List<Word> Words, uint[] Features, FirstReading Reading)>();
        var (memory, cohesion) = (new PageMemory(), new PageCohesion(sentences));
        foreach (var sentence in sentences)
        {
            var features = _characters.Of(sentence, out var words);
            var reading = _first.Read(features, CharacterFeatures.Width);
            read.Add((words, features, reading));
            first?.Add(reading.Tags);
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

    /// <summary>Whether it is part of another name there.</summary>
    public bool IsNested { get; init; }
}
