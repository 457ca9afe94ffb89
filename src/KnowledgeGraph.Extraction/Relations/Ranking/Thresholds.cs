using System.Globalization;
using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations.Ranking;

/// <summary>The least confidence of a statement, by type: what gave the best F1 on pages that the models had not seen.</summary>
internal sealed class Thresholds
{
    private readonly Dictionary<string, (double Stated, double Missed)> _byType = Lexicon.Rows("thresholds.tsv")
        .ToDictionary(row => row[0], row => (double.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[2], CultureInfo.InvariantCulture)));

    /// <param name="type">The type of relation.</param>
    /// <param name="isStated">Whether a rule stated it; what no rule stated must be surer.</param>
    public double Of(RelationType type, bool isStated) =>
        _byType.TryGetValue(Ontology.Of(type).Name, out var least) ? isStated ? least.Stated : least.Missed : 0.5;
}
