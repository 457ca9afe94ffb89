using System.Security.Cryptography;
using System.Text;

namespace KnowledgeGraph.Ingestion.Linking;

/// <summary>A hash that an article shares with its reprints.</summary>
/// <remarks>
/// Made of the three longest sentences: a reprint has another headline, dateline or closing note, and is cut in other places, but
/// it keeps those. A text without sentences is taken whole.
/// </remarks>
internal static class ArticleFingerprint
{
    private const int SentencesTaken = 3;

    private static readonly char[] _ends = ['。', '！', '？', '!', '?'];

    public static string Of(string text)
    {
        var letters = string.Concat(text.Where(character => char.IsLetterOrDigit(character) || _ends.Contains(character)));
        var sentences = letters
            .Split(_ends, StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(sentence => sentence.Length)
            .ThenBy(sentence => sentence, StringComparer.Ordinal)
            .Take(SentencesTaken);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sentences))).AsSpan(0, 8));
    }
}
