using System.Security.Cryptography;
using System.Text;

namespace KnowledgeGraph.Graph;

/// <summary>Names one document in every store: the hash of its bytes.</summary>
public readonly record struct DocumentId(string Value)
{
    public static DocumentId Of(ReadOnlySpan<byte> bytes) => new("d" + ContentHash.Of(bytes));

    public override string ToString() => Value;
}

/// <summary>Names one article: its document and its order there.</summary>
public readonly record struct ArticleId(string Value)
{
    public static ArticleId Of(DocumentId document, int order) => new("a" + ContentHash.Of(document.Value, $"{order}"));

    public override string ToString() => Value;
}

/// <summary>Names one entity in every document and store: its type, canonical name and scope.</summary>
public readonly record struct EntityId(string Value)
{
    public static EntityId Of(EntityType type, string name, string scope) =>
        new("e" + ContentHash.Of($"{type}", CanonicalName.Of(name), scope));

    public override string ToString() => Value;
}

/// <summary>Names one mention: its article, its place there, and what it names.</summary>
public readonly record struct MentionId(string Value)
{
    public static MentionId Of(ArticleId article, TextSpan span, EntityId entity) =>
        new("m" + ContentHash.Of(article.Value, $"{span}", entity.Value));

    public override string ToString() => Value;
}

/// <summary>Names one fact: its type, its ends, and the qualifier that tells it from others with the same ends.</summary>
public readonly record struct RelationId(string Value)
{
    /// <remarks>The ends of a symmetric relation may come in either order.</remarks>
    public static RelationId Of(RelationType type, EntityId head, EntityId tail, Qualifiers qualifiers)
    {
        var definition = Ontology.Of(type);
        if (definition.IsSymmetric && string.CompareOrdinal(head.Value, tail.Value) > 0)
            (head, tail) = (tail, head);

        var distinction = definition.Distinction switch
        {
            Distinction.Title => qualifiers.Title ?? "",
            Distinction.Date => $"{qualifiers.Date?.Date}",
            _ => "",
        };
        return new("r" + ContentHash.Of(definition.Name, head.Value, tail.Value, distinction));
    }

    public override string ToString() => Value;
}

/// <summary>Names one evidence: the fact, and the passage that states it.</summary>
public readonly record struct EvidenceId(string Value)
{
    public static EvidenceId Of(RelationId relation, ArticleId article, TextSpan span) =>
        new("v" + ContentHash.Of(relation.Value, article.Value, $"{span}"));

    public override string ToString() => Value;
}

/// <summary>The hash that ids are made of: 128 bits of SHA-256, in hexadecimal.</summary>
internal static class ContentHash
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    /// <remarks>Each part goes in behind its length, so that no two lists of parts read alike.</remarks>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.Length).Append(':').Append(part);

        return Of(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
