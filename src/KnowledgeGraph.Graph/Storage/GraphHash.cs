using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KnowledgeGraph.Graph.Storage;

/// <summary>One hash of a whole graph: equal in two stores that say the same.</summary>
public static class GraphHash
{
    private const int PageSize = 200;

    /// <summary>Reads all of <paramref name="store"/>: documents with their sources and contents, and the entities and relations gathered from them.</summary>
    public static async Task<string> OfAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var relations = new SortedSet<string>(StringComparer.Ordinal);

        await foreach (var document in Pages.AllAsync(PageSize, page => store.ListDocumentsAsync(page, cancellationToken)))
        {
            Add(hash, [document.Document.Id.Value, .. document.Document.Sources.Order(StringComparer.Ordinal), DocumentFingerprint.Of(document)]);
            relations.UnionWith(document.Evidence.Select(evidence => evidence.RelationId.Value));
        }

        await foreach (var entity in Pages.AllAsync(PageSize, page => store.ListEntitiesAsync(new EntityFilter { Order = EntityOrder.Name }, page, cancellationToken)))
            Add(hash, JsonSerializer.Serialize(entity));

        foreach (var ids in relations.Select(id => new RelationId(id)).Chunk(PageSize))
        {
            var found = await store.FindRelationsAsync(ids, cancellationToken);
            foreach (var id in ids)
                Add(hash, JsonSerializer.Serialize(found.GetValueOrDefault(id)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            hash.AppendData(Encoding.UTF8.GetBytes($"{part.Length}:{part}"));
    }
}
