using KnowledgeGraph.Extraction.Recognition;

namespace KnowledgeGraph.Training;

/// <summary>Precision, recall and F1 of a tagger over exact names.</summary>
internal static class TaggerScore
{
    public static void Print(string title, SequenceModel model, IEnumerable<TaggedSentence> sentences, Func<TaggedSentence, uint[]> features, int width)
    {
        var (right, found, required) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var tags = model.Decode(features(sentence), width).Select(tag => model.Tags[tag]).ToArray();
            var names = TagScheme.Spans(tags).ToList();
            found += names.Count;
            required += sentence.Names.Count;
            right += names.Count(sentence.Names.Contains);
        }

        var (precision, recall) = (right / (double)Math.Max(1, found), right / (double)Math.Max(1, required));
        Console.WriteLine($"{title}: P {precision:F3} R {recall:F3} F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):F3} ({required} names)");
    }
}
