using System.IO.Compression;
using System.Text.Json;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;

namespace KnowledgeGraph.Training;

/// <summary>The corpora with names, as sentences in one form.</summary>
internal sealed class Corpora(string folder, PersonCharacters persons)
{
    public const int Msra = 1;
    public const int PeoplesDaily = 2;
    public const int Silver = 3;
    public const int Cluener = 4;

    private static readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal)
    {
        ["PER"] = "PER",
        ["ORG"] = "ORG",
        ["LOC"] = "LOC",
        ["name"] = "PER",
        ["company"] = "ORG",
        ["government"] = "ORG",
        ["organization"] = "ORG",
        ["address"] = "LOC",
        ["scene"] = "LOC",
    };

    /// <summary>All sentences: gold, silver, and copies with other names of persons.</summary>
    public List<TaggedSentence> All()
    {
        var sentences = AsPrinted();
        sentences.AddRange(WithOtherNames(sentences, 30_000));
        return sentences;
    }

    /// <summary>The sentences without copies.</summary>
    public List<TaggedSentence> AsPrinted() =>
    [
        .. Read("ner/msra.jsonl", Msra),
        .. Read("ner/peoples-daily-1998-01.jsonl", PeoplesDaily),
        .. Read("ner/cluener.jsonl", Cluener),
        .. Read("silver/news-silver.jsonl.gz", Silver),
        .. Read("silver/finance-silver.jsonl.gz", Silver),
    ];

    private IEnumerable<TaggedSentence> Read(string file, int domain)
    {
        using var stream = File.OpenRead(Path.Combine(folder, file));
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("t").GetString()!;
            var names = json.RootElement.GetProperty("e").EnumerateArray()
                .Select(name => (Start: name[0].GetInt32(), End: name[1].GetInt32(), Class: name[2].GetString()!))
                .ToList();

            foreach (var sentence in Sentences(text, names, domain))
                yield return sentence;
        }
    }

    private static IEnumerable<TaggedSentence> Sentences(string text, List<(int Start, int End, string Class)> names, int domain)
    {
        var builder = new CleanText.Builder();
        for (var i = 0; i < text.Length; i++)
            builder.Append(text[i], i, i + 1);

        var clean = CharacterNormalizer.Normalize(builder.Build());
        var start = 0;
        for (var i = 0; i < clean.Length; i++)
        {
            if (i < clean.Length - 1 && (clean[i] is not ('。' or '！' or '？' or '；') || clean[i + 1] is '”' or '’' or '）'))
                continue;

            var piece = clean.Slice(start, i + 1);
            start = i + 1;
            yield return new TaggedSentence(piece.Text, [.. Inside(piece, names)], domain);
        }
    }

    private static IEnumerable<(int Start, int End, string Class)> Inside(CleanText piece, List<(int Start, int End, string Class)> names)
    {
        var last = 0;
        foreach (var name in names.OrderBy(name => name.Start))
        {
            if (!_classes.TryGetValue(name.Class, out var kind))
                continue;

            var (start, end) = (-1, -1);
            for (var i = 0; i < piece.Length; i++)
            {
                if (piece.OriginStart(i) == name.Start)
                    start = i;

                if (piece.OriginEnd(i) == name.End)
                    end = i + 1;
            }

            if (start >= last && end > start)
            {
                yield return (start, end, kind);
                last = end;
            }
        }
    }

    // Most mentions of persons are of a few leaders; a tagger should know names by their characters and their place in the sentence.
    private List<TaggedSentence> WithOtherNames(List<TaggedSentence> sentences, int count)
    {
        var random = new Random(20260101);
        var candidates = sentences.Where(sentence => sentence.Names.Any(name => IsChineseName(sentence.Text, name))).ToArray();
        random.Shuffle(candidates);
        var surnames = persons.Surnames().Where(pair => pair.Count >= 10).Select(pair => pair.Surname).ToArray();
        var given = candidates
            .SelectMany(sentence => sentence.Names.Where(name => IsChineseName(sentence.Text, name)).Select(name => sentence.Text[(name.Start + 1)..name.End]))
            .Where(name => name.Length is 1 or 2)
            .ToArray();

        return [.. candidates.Take(count).Select(sentence => Replace(sentence, () => surnames[random.Next(surnames.Length)] + given[random.Next(given.Length)]))];
    }

    private bool IsChineseName(string text, (int Start, int End, string Class) name) =>
        name.Class == "PER" && name.End - name.Start is 2 or 3 && persons.Surname(text[name.Start]) > 0;

    private TaggedSentence Replace(TaggedSentence sentence, Func<string> newName)
    {
        var text = new System.Text.StringBuilder();
        var names = new List<(int, int, string)>();
        var position = 0;
        foreach (var name in sentence.Names)
        {
            text.Append(sentence.Text, position, name.Start - position);
            var start = text.Length;
            text.Append(IsChineseName(sentence.Text, name) ? newName() : sentence.Text[name.Start..name.End]);
            names.Add((start, text.Length, name.Class));
            position = name.End;
        }

        text.Append(sentence.Text, position, sentence.Text.Length - position);
        return sentence with { Text = text.ToString(), Names = names };
    }
}
