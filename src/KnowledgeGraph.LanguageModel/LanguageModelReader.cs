using KnowledgeGraph.Extraction;

namespace KnowledgeGraph.LanguageModel;

/// <summary>Lets a language model read along, an article at a time, and adds what it finds and the article bears out.</summary>
/// <remarks>Where the model does not answer, or not in the form asked for, the page stays as the rules read it.</remarks>
public sealed class LanguageModelReader : IDisposable
{
    // What is longer is no article.
    private const int LongestArticle = 20_000;

    private readonly ChatClient _client;
    private readonly AnswerCache _cache;
    private int _unanswered;

    public LanguageModelReader(LanguageModelSettings settings)
        : this(settings, pause: null)
    {
    }

    internal LanguageModelReader(LanguageModelSettings settings, TimeSpan? pause)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_client, _cache) = (new ChatClient(settings, pause), new AnswerCache(settings));
    }

    /// <summary>How many articles so far got no answer that could be used.</summary>
    public int Unanswered => _unanswered;

    public void Dispose() => _client.Dispose();

    /// <exception cref="LanguageModelException">The model cannot be asked at all.</exception>
    public async Task<PageExtraction> ReadAsync(PageExtraction page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var answered = new CheckedAnswer(page);
        for (var i = 0; i < page.Articles.Count; i++)
        {
            var article = new ArticleText(page, i);
            if (string.IsNullOrWhiteSpace(article.Text) || article.Text.Length > LongestArticle)
                continue;

            if (await AnswerAsync(article.Text, cancellationToken) is { } answer)
                answered.Add(article, answer);
            else
                Interlocked.Increment(ref _unanswered);
        }

        return answered.Page;
    }

    private async Task<ArticleAnswer?> AnswerAsync(string article, CancellationToken cancellationToken)
    {
        if (await _cache.FindAsync(article, cancellationToken) is { } kept && ArticleAnswer.Parse(kept) is { } known)
            return known;

        if (await _client.AskAsync(article, cancellationToken) is not { } text || ArticleAnswer.Parse(text) is not { } answer)
            return null;

        await _cache.KeepAsync(article, text, cancellationToken);
        return answer;
    }
}
