using KnowledgeGraph.Graph.Spelling;

namespace KnowledgeGraph.Graph.Storage;

/// <summary>What two texts have in common that a search takes for equal: neither case, width, quotation marks nor traditional characters matter.</summary>
public static class SearchText
{
    public static string Fold(string text) => TraditionalCharacters.Simplify(CanonicalName.Of(text)).ToLowerInvariant();

    /// <summary>The text that <paramref name="request"/> looks for, folded.</summary>
    /// <exception cref="ArgumentException">There is nothing to look for, or too much.</exception>
    public static string Of(SearchRequest request)
    {
        var folded = Fold(request.Text);
        return folded.Length is > 0 and <= SearchRequest.MaxLength
            ? folded
            : throw new ArgumentException($"Search for 1 to {SearchRequest.MaxLength} characters.", nameof(request));
    }
}
