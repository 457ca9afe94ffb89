using KnowledgeGraph.Extraction.Recognition;

namespace KnowledgeGraph.Training;

/// <summary>Precision, recall and F1 of a tagger over exact names, of each set of sentences and of each class of names in it.</summary>
internal sealed class TaggerScore
{
    private readonly SortedDictionary<string, (int Right, int Found, int Required)> _counts = new(StringComparer.Ordinal);

    public void Add(string set, TaggedSentence sentence, SequenceModel model, ReadOnlySpan<uint> features, int width)
    {
        var names = TagScheme.Spans([.. model.Decode(features, width).Select(tag => model.Tags[tag])]).ToList();
        foreach (var name in names)
            Count(set, name.Class, sentence.Names.Contains(name) ? 1 : 0, found: 1, required: 0);

        foreach (var name in sentence.Names)
            Count(set, name.Class, right: 0, found: 0, required: 1);
    }

    public void Print(TextWriter log)
    {
        foreach (var (title, (right, found, required)) in _counts)
        {
            var (precision, recall) = (right / (double)Math.Max(1, found), right / (double)Math.Max(1, required));
            log.WriteLine($"{title}: P {precision:F3} R {recall:F3} F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):F3} ({required} names)");
        }
    }

    private void Count(string set, string name, int right, int found, int required)
    {
        foreach (var title in (string[])[set, $"{set} {name}"])
        {
            var count = _counts.GetValueOrDefault(title);
            _counts[title] = (count.Right + right, count.Found + found, count.Required + required);
        }
    }
}
