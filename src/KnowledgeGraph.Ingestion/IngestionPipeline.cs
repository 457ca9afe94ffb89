using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Ingestion.Linking;
using KnowledgeGraph.Ingestion.Pages;
using KnowledgeGraph.LanguageModel;

namespace KnowledgeGraph.Ingestion;

/// <summary>What became of one page.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Graph">What it says, or <see langword="null"/> where it could not be read.</param>
/// <param name="IsChange">Whether the store did not yet say exactly that.</param>
/// <param name="Problem">Why it could not be read, and what to do.</param>
public sealed record PageOutcome(string Source, DocumentGraph? Graph, bool IsChange, string? Problem);

/// <summary>The way of a page into the graph: bytes, text, what it says, ids, store.</summary>
/// <remarks>A language model reads along where one is given.</remarks>
public sealed class IngestionPipeline(
    Extractor extractor, IGraphStore store, TimeProvider time, LanguageModelReader? languageModel = null, IngestionFeed? feed = null)
{
    /// <summary>Reads a page and writes it, whole or not at all.</summary>
    /// <returns>What became of it; a page that cannot be read is an outcome, not an exception.</returns>
    /// <exception cref="GraphStoreException">The store could not be reached, or answered with an error.</exception>
    /// <exception cref="LanguageModelException">The language model cannot be asked at all.</exception>
    public async Task<PageOutcome> IngestAsync(Page page, CancellationToken cancellationToken)
    {
        var outcome = await ReadAndWriteAsync(page, cancellationToken);
        feed?.Tell(outcome);
        return outcome;
    }

    /// <summary>Reads files and writes each, in the order given.</summary>
    /// <remarks>Outcomes come as pages are done: what a cancelled run has reported is written, the rest is not.</remarks>
    /// <exception cref="GraphStoreException">The store could not be reached, or answered with an error.</exception>
    public async IAsyncEnumerable<PageOutcome> IngestAsync(
        IReadOnlyList<string> files, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
            yield return await IngestFileAsync(file, cancellationToken);
    }

    private async Task<PageOutcome> ReadAndWriteAsync(Page page, CancellationToken cancellationToken)
    {
        try
        {
            var graph = await ReadAsync(page, cancellationToken);
            var changed = await store.WriteAsync(new GraphBatch([graph]), cancellationToken);
            return new PageOutcome(page.Source, graph, changed > 0, Problem: null);
        }
        catch (UnreadablePageException exception)
        {
            return new PageOutcome(page.Source, Graph: null, IsChange: false, exception.Message);
        }
    }

    private async Task<DocumentGraph> ReadAsync(Page page, CancellationToken cancellationToken)
    {
        var text = PageReader.Read(page.Bytes, page.Name);
        var found = extractor.Extract(text);
        return DocumentGraphBuilder.Build(page, text, languageModel is null ? found : await languageModel.ReadAsync(found, cancellationToken), time.GetUtcNow());
    }

    private async Task<PageOutcome> IngestFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await IngestAsync(await PageFiles.ReadAsync(file, cancellationToken), cancellationToken);
        }
        catch (PageSourceException exception)
        {
            return new PageOutcome(file, Graph: null, IsChange: false, exception.Message);
        }
    }
}
