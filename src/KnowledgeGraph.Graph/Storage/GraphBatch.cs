namespace KnowledgeGraph.Graph.Storage;

/// <summary>What a store is to say of some documents from now on: exactly this, whatever it said of them before.</summary>
public sealed record GraphBatch
{
    /// <exception cref="ArgumentException">A document is incomplete, or stands twice.</exception>
    public GraphBatch(IReadOnlyList<DocumentGraph> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var faults = documents.SelectMany(document => document.Validate()).ToList();
        if (documents.Select(document => document.Document.Id).Distinct().Count() != documents.Count)
            faults.Add("A document stands twice in the batch.");

        if (faults.Count > 0)
            throw new ArgumentException(string.Join(' ', faults.Take(5)), nameof(documents));

        Documents = documents;
    }

    public IReadOnlyList<DocumentGraph> Documents { get; }
}
