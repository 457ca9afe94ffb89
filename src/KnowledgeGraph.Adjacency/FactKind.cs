using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Adjacency;

/// <summary>A relation's type and status in one byte.</summary>
internal readonly record struct FactKind(byte Value)
{
    private const int StatusBits = 2;

    public FactKind(RelationType type, RelationStatus status)
        : this((byte)(((int)type << StatusBits) | (int)status))
    {
    }

    public RelationType Type => (RelationType)(Value >> StatusBits);

    public RelationStatus Status => (RelationStatus)(Value & ((1 << StatusBits) - 1));
}
