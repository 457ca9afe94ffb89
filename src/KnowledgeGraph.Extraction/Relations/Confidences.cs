using System.Globalization;
using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>How often what a rule states is right, as measured on annotated pages that its models had not seen.</summary>
internal sealed class Confidences
{
    private const double Unmeasured = 0.5;

    private readonly Dictionary<(string Type, string Rule), double> _shares =
        Lexicon.Rows("confidences.tsv").ToDictionary(row => (row[0], row[1]), row => double.Parse(row[2], CultureInfo.InvariantCulture));

    public double Of(RelationType type, string rule) => _shares.GetValueOrDefault((Ontology.Of(type).Name, rule), Unmeasured);
}
