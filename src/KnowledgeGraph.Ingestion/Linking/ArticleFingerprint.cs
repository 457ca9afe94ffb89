using System.Security.Cryptography;
using System.Text;

namespace KnowledgeGraph.Ingestion.Linking;

/// <summary>A hash that an article shares with its reprints.</summary>
/// <remarks>
/// Made of the three longest clauses behind the first sentence and before what follows the last: a reprint has another headline, dateline
/// or closing note, and is cut in other places, but it keeps those. A text of fewer than three sentences is taken whole.
/// </remarks>
internal static class ArticleFingerprint
{
    private const int ClausesTaken = 3;
    private const char SentenceEnd = '。';

    public static string Of(string text)
    {
        var unbroken = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        var clauses = Body(unbroken)
            .Split([.. unbroken.Where(char.IsPunctuation).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(clause => clause.Length)
            .ThenBy(clause => clause, StringComparer.Ordinal)
            .Take(ClausesTaken);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', clauses))).AsSpan(0, 8));
    }

    private static string Body(string text)
    {
        var (first, last) = (text.IndexOf(SentenceEnd), text.LastIndexOf(SentenceEnd));
        return text.Count(character => character == SentenceEnd) >= 3 ? text[(first + 1)..last] : text;
    }
}
