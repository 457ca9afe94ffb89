using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Linking;

/// <summary>An entity while its mentions are still being put together.</summary>
internal sealed class EntityDraft(EntityType type, string name)
{
    public EntityType Type { get; set; } = type;

    /// <summary>The name as resolved; forms that differ from it are aliases.</summary>
    public string Name { get; set; } = name;

    public HashSet<string> Forms { get; } = new(StringComparer.Ordinal);

    public List<Name> Mentions { get; } = [];

    /// <summary>Other readings that are fair.</summary>
    public HashSet<EntityType> OtherTypes { get; } = [];

    public string? Region { get; set; }

    public FactDate? Date { get; set; }

    /// <summary>Takes over what <paramref name="other"/> has, keeping the own name.</summary>
    public void Absorb(EntityDraft other)
    {
        Forms.UnionWith(other.Forms);
        Forms.Add(other.Name);
        Mentions.AddRange(other.Mentions);
        OtherTypes.UnionWith(other.OtherTypes);
        OtherTypes.Add(other.Type);
        Region ??= other.Region;
        Date ??= other.Date;
    }

    /// <summary>How far the first mention is from the nearest of <paramref name="other"/>.</summary>
    public int DistanceTo(EntityDraft other) => other.Mentions.Min(mention => Math.Abs(mention.Start - Mentions[0].Start));
}
