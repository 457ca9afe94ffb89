namespace KnowledgeGraph.Ingestion.Pages;

/// <summary>A page as it came: its bytes, and where they are from.</summary>
/// <param name="Source">The address: <c>file:///…</c>, or what a client called it. A page with the same source is a new edition of this one.</param>
/// <param name="Bytes">The whole file.</param>
public sealed record Page(string Source, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The last part of the source, by which people know the page.</summary>
    public string Name => Source.Split('/', '\\')[^1] is { Length: > 0 } name ? Uri.UnescapeDataString(name) : Source;
}
