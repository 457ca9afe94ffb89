using System.Globalization;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Training;

/// <summary>What models said of relations on pages that they had not seen: the thresholds and the calibration follow from it.</summary>
internal sealed class HeldOutAnswers
{
    private readonly Dictionary<RelationType, List<(double Confidence, bool IsStated, bool IsRight, bool IsRequired)>> _answers = [];
    private readonly Dictionary<RelationType, int> _required = [];

    public void Add(RelationType type, double confidence, bool isStated, bool isRight, bool isRequired)
    {
        if (!_answers.TryGetValue(type, out var list))
            _answers[type] = list = [];

        list.Add((confidence, isStated, isRight, isRequired));
    }

    /// <summary>Counts relations that the annotator requires, whether anything was said of them or not.</summary>
    public void Require(RelationType type, int count) => _required[type] = _required.GetValueOrDefault(type) + count;

    /// <summary>Writes for each type the two thresholds with the best F1.</summary>
    public void SaveThresholds(string path)
    {
        var lines = Ontology.Relations.Select(relation => (relation.Name, Best: Best(relation.Type)))
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Name}\t{line.Best.Stated:F2}\t{line.Best.Missed:F2}\n"));
        File.WriteAllText(
            path,
            "# The least confidence of what a rule stated and of what no rule did, by type of relation. Made by: KnowledgeGraph.Training relations\n" + string.Concat(lines));
    }

    /// <summary>Prints for each tenth of confidence how many statements had it and what share of them is right.</summary>
    public void PrintCalibration(TextWriter output)
    {
        var error = 0d;
        var all = _answers.Values.SelectMany(list => list).Where(answer => answer.Confidence >= 0.2).ToList();
        foreach (var bin in all.GroupBy(answer => Math.Min(9, (int)(answer.Confidence * 10))).OrderBy(group => group.Key))
        {
            var (said, right) = (bin.Average(answer => answer.Confidence), bin.Average(answer => answer.IsRight ? 1.0 : 0));
            output.WriteLine($"confidence {said:F2}: {right:F2} right of {bin.Count()}");
            error += Math.Abs(said - right) * bin.Count() / all.Count;
        }

        output.WriteLine($"expected calibration error {error:F3}");
    }

    private (double Stated, double Missed) Best(RelationType type)
    {
        var (best, bestF1) = ((0.3, 0.5), 0d);
        var answers = _answers.GetValueOrDefault(type, []);
        for (var stated = 0.1; stated <= 0.601; stated += 0.05)
        {
            for (var missed = 0.25; missed <= 0.801; missed += 0.05)
            {
                var kept = answers.Where(answer => answer.Confidence >= (answer.IsStated ? stated : missed)).ToList();
                var precision = kept.Count == 0 ? 0 : kept.Count(answer => answer.IsRight) / (double)kept.Count;
                var recall = kept.Count(answer => answer.IsRequired) / (double)Math.Max(1, _required.GetValueOrDefault(type));
                var f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
                if (f1 > bestF1)
                    (best, bestF1) = ((stated, missed), f1);
            }
        }

        return best;
    }
}
