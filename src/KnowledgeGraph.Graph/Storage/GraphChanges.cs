namespace KnowledgeGraph.Graph.Storage;

/// <summary>What one write changed: an id that is in the graph no more was taken away.</summary>
/// <param name="Number">The write's number: the first that changes a graph has 1, each later one the next.</param>
/// <param name="Entities">The entities that were added, gathered anew or taken away.</param>
/// <param name="Relations">The facts that were added, gathered anew or taken away.</param>
public sealed record GraphChange(long Number, IReadOnlyList<EntityId> Entities, IReadOnlyList<RelationId> Relations);

/// <summary>What writes changed, the oldest first.</summary>
/// <param name="Changes">The changes that were asked for.</param>
/// <param name="Latest">The number of the latest write; 0 of a graph that was never written to.</param>
/// <param name="IsComplete">Whether no write is missing between the number asked for and the first change here. A store keeps the changes of at least its last <see cref="Kept"/> writes.</param>
public sealed record GraphChanges(IReadOnlyList<GraphChange> Changes, long Latest, bool IsComplete)
{
    /// <summary>How many writes a store remembers.</summary>
    public const int Kept = 10_000;

    /// <summary>Says of changes that were read whether any is missing before them.</summary>
    public static GraphChanges Of(IReadOnlyList<GraphChange> changes, long after, long latest) =>
        new(changes, latest, after >= latest || (changes.Count > 0 && changes[0].Number == after + 1));
}
