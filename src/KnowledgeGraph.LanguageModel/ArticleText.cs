using System.Text;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.LanguageModel;

/// <summary>The text of one article as the model is given it, and where each of its characters stands in the page.</summary>
/// <remarks>Blanks and line breaks inside of it do not count where a name or a quotation is looked for: columns are cut anywhere.</remarks>
internal sealed class ArticleText
{
    private readonly StringBuilder _compact = new();
    private readonly List<int> _origins = [];

    public ArticleText(PageExtraction page, int article)
    {
        Number = article;
        var text = new StringBuilder();
        foreach (var span in page.Articles[article].Spans)
        {
            text.Append(span.Of(page.Text));
            for (var i = span.Start; i < span.End; i++)
            {
                if (char.IsWhiteSpace(page.Text[i]))
                    continue;

                _compact.Append(page.Text[i]);
                _origins.Add(i);
            }
        }

        Text = text.ToString();
        Compact = _compact.ToString();
    }

    /// <summary>The place of the article on its page.</summary>
    public int Number { get; }

    public string Text { get; }

    private string Compact { get; }

    /// <summary>Where some words stand in the page, each time; nowhere if the article does not say them.</summary>
    public IEnumerable<TextSpan> Find(string words)
    {
        var wanted = string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
        for (var at = wanted.Length == 0 ? -1 : Compact.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = Compact.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
            yield return new TextSpan(_origins[at], _origins[at + wanted.Length - 1] + 1 - _origins[at]);
    }
}
