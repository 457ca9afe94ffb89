namespace KnowledgeGraph.Graph.Traversal;

/// <summary>A relation as traversals see it: without its texts, its ends as nodes.</summary>
/// <param name="Number">What the traversal calls the relation.</param>
/// <param name="Head">The head's node.</param>
/// <param name="Tail">The tail's node.</param>
/// <param name="Type">What it states.</param>
/// <param name="Confidence">That of its best evidence.</param>
/// <param name="Date">The fact's date, else its last report.</param>
public readonly record struct Fact(int Number, int Head, int Tail, RelationType Type, double Confidence, PackedDate Date)
{
    /// <summary>The end that is not <paramref name="node"/>.</summary>
    public int Other(int node) => Head == node ? Tail : Head;
}
