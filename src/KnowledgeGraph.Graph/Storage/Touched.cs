namespace KnowledgeGraph.Graph.Storage;

/// <summary>The facts and entities that a write touches, which a store then gathers anew; in the order of the ids.</summary>
public sealed class Touched
{
    public SortedSet<string> Relations { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Entities { get; } = new(StringComparer.Ordinal);

    public void Add(DocumentGraph graph)
    {
        Relations.UnionWith(graph.Evidence.Select(evidence => evidence.RelationId.Value));
        Entities.UnionWith(graph.Entities.Select(entity => entity.Id.Value));
    }
}
