namespace KnowledgeGraph.Extraction.Evaluation;

/// <summary>Counts of right and missed answers, and the figures that follow from them.</summary>
/// <param name="Right">Predicted, and in the gold file.</param>
/// <param name="Predicted">Predicted at all.</param>
/// <param name="Found">Required, and predicted.</param>
/// <param name="Required">In the gold file, and not optional.</param>
public readonly record struct Tally(int Right, int Predicted, int Found, int Required)
{
    public double Precision => Predicted == 0 ? 0 : Right / (double)Predicted;

    public double Recall => Required == 0 ? 0 : Found / (double)Required;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Tally operator +(Tally one, Tally other) => Add(one, other);

    public static Tally Add(Tally one, Tally other) =>
        new(one.Right + other.Right, one.Predicted + other.Predicted, one.Found + other.Found, one.Required + other.Required);
}
