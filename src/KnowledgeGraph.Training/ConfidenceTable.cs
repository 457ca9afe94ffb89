using System.Globalization;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Evaluation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Training;

/// <summary>Counts how often what a rule states is right, for the confidences of relations.</summary>
internal sealed class ConfidenceTable
{
    private readonly SortedDictionary<(string Type, string Rule), (int Right, int All)> _counts = [];

    public void Add(PageScorer scorer, PageExtraction page)
    {
        foreach (var (fact, isRight) in scorer.Judge(page))
        {
            var key = (Ontology.Of(fact.Type).Name, fact.Rule);
            var (right, all) = _counts.GetValueOrDefault(key);
            _counts[key] = (right + (isRight ? 1 : 0), all + 1);
        }
    }

    /// <summary>Writes the shares, drawn a little towards one half where a rule spoke seldom.</summary>
    public void Save(string path)
    {
        var lines = _counts.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key.Type}\t{pair.Key.Rule}\t{(pair.Value.Right + 1) / (pair.Value.All + 2.0):F2}"));
        File.WriteAllLines(path, ["# relation, rule, share of its statements that are right. Measured on the annotated pages, each by a tagger that had not seen it.", .. lines]);
    }
}
