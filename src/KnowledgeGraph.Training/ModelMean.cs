namespace KnowledgeGraph.Training;

/// <summary>The mean of several models of the same tags: what they agree on stays, what one of them learned by chance fades.</summary>
internal sealed class ModelMean
{
    // Weights below this say nothing.
    private readonly float _least;

    private readonly string[] _tags;
    private readonly Dictionary<uint, float[]> _rows = [];
    private readonly float[] _transitions;

    public ModelMean(string[] tags, float least = 0.03f)
    {
        _tags = tags;
        _least = least;
        _transitions = new float[tags.Length * tags.Length];
        Array.Fill(_transitions, float.NegativeInfinity);
    }

    public void Add(uint feature, ReadOnlySpan<float> weights, float share)
    {
        if (!_rows.TryGetValue(feature, out var row))
        {
            if (!weights.ContainsAnyExceptInRange(-_least, _least))
                return;

            _rows[feature] = row = new float[_tags.Length];
        }

        for (var t = 0; t < row.Length; t++)
            row[t] += share * weights[t];
    }

    public void AddTransition(int from, int to, float weight)
    {
        ref var sum = ref _transitions[from * _tags.Length + to];
        sum = float.IsNegativeInfinity(sum) ? weight : sum + weight;
    }

    /// <summary>The model of the features that say most, <paramref name="most"/> of them.</summary>
    public SequenceModelFile ToFile(int most) => SequenceModelFile.Of(_tags, _rows, most, _transitions);
}
