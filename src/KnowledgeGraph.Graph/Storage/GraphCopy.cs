namespace KnowledgeGraph.Graph.Storage;

/// <summary>What a copy came to.</summary>
/// <param name="Documents">How many documents the source has.</param>
/// <param name="Written">How many of them the target did not yet have exactly so.</param>
/// <param name="Others">How many documents the target has besides.</param>
/// <param name="Hash">The hash of both graphs, when the target has no others; null otherwise.</param>
public sealed record CopyOutcome(long Documents, int Written, long Others, string? Hash);

/// <summary>Copies all of a graph from one store into another, of whatever kind.</summary>
/// <remarks>A copy that broke off is begun again: what is there already is looked at and not written.</remarks>
public static class GraphCopy
{
    private const int DocumentsABatch = 50;

    /// <param name="source">What is copied. It should not be written to meanwhile.</param>
    /// <param name="target">Where to. What it holds besides stays.</param>
    /// <param name="copied">Is told how many more documents are done.</param>
    /// <param name="cancellationToken">Ends the copy between two batches.</param>
    /// <exception cref="GraphStoreException">A store failed, or the target does not say what the source says.</exception>
    public static async Task<CopyOutcome> CopyAsync(IGraphStore source, IGraphStore target, Action<int> copied, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(copied);
        var written = 0;
        var documents = 0L;
        string? after = null;
        while (true)
        {
            var page = await source.ListDocumentsAsync(new PageRequest(DocumentsABatch, after), cancellationToken);
            written += await target.WriteAsync(new GraphBatch([.. page.Values]), cancellationToken);
            documents += page.Items.Count;
            copied(page.Items.Count);
            if (!page.HasNextPage)
                break;

            after = page.Items[^1].Cursor;
        }

        return await VerifyAsync(source, target, documents, written, cancellationToken);
    }

    private static async Task<CopyOutcome> VerifyAsync(IGraphStore source, IGraphStore target, long documents, int written, CancellationToken cancellationToken)
    {
        var others = (await target.CountAsync(cancellationToken)).Documents - documents;
        if (others > 0)
            return new CopyOutcome(documents, written, others, Hash: null);

        var hash = await GraphHash.OfAsync(source, cancellationToken);
        return await GraphHash.OfAsync(target, cancellationToken) == hash
            ? new CopyOutcome(documents, written, 0, hash)
            : throw new GraphStoreException(
                "The copy does not say what its source says: was one of them written to meanwhile? Copy again while nothing else writes.", isTransient: false);
    }
}
