using System.Text;

namespace KnowledgeGraph.Testing;

/// <summary>Texts that are made to break what builds statements, escapes, splits or measures text. Text <c>n</c> is always the same.</summary>
public static class HostileText
{
    /// <summary>Stands in each of them, and in nothing else.</summary>
    public const char Mark = '※';

    /// <summary>The longest that a name or an address of them is.</summary>
    public const int MaxLength = 1_500;

    private static readonly string[] _parts =
    [
        // Ends of strings, escapes and comments, of Cypher, SQL, JSON, HTML and regular expressions.
        "'", "''", "\\'", "\"", "`", "``", "\\", "\\\\", "\\u0027", "\\u0060", "\\n", "\\0", "%00", ";", "--", "/*", "*/", "//", "#", "%", "_", "*", "?", "[", "](", "(", ")", "{", "}", "^", "$", ".*", "|", "&", "<", ">", "~1", ":",
        // Statements and parameters.
        "' OR '1'='1", "'}) DETACH DELETE n //", "\"}) MATCH (n) DETACH DELETE n RETURN n //", "`]-() DELETE r //", "'; DROP TABLE relation; --", "' UNION SELECT sql FROM sqlite_master --", "MATCH (n) DETACH DELETE n",
        "CALL apoc.util.sleep(1)", "LOAD CSV FROM 'file:///etc/passwd' AS x", "$rows", "$ids", "{0}", "{{0}}", "${address}", "#{name}", "%s%n", "{{7*7}}", "<script>alert(1)</script>", "<!--", "]]>", "\" NEAR \"", "name:x AND y", "a*",
        // What is taken for no value, a number or a truth.
        "null", "NULL", "undefined", "NaN", "true", "-0", "1e309", "0x10", "9223372036854775808", "()", "[]",
        // Characters that are lost, doubled, joined, turned round or cut in two.
        "\u0001", "\u001b[2J", "\u007f", "\r\n", "\n", "\r", "\t", "\v", "\u0085", "\u2028", "\u2029", "\u200b", "\u200d", "\ufeff", "\ufffe", "\uffff", "\u202emorf\u202c", "\u2067ולא\u2069", "\u0600محمد", "e\u0301", "é", "ﬁ", "ß", "İ", "ı", "Å", "Ω", "\u0345",
        "\ud83d\ude00", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud840\udc00", "\udbff\udfff", "㍿", "：", "＇", "＂", "｀", "＄｛ｘ｝", "〇", "\u3000", "\u00a0", "　　", "々",
    ];

    /// <param name="number">Which.</param>
    public static string Of(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder().Append(Mark).Append(number);
        for (var part = random.Next(1, 5); part > 0; part--)
            text.Append(_parts[random.Next(_parts.Length)]);

        // Now and then a very long one.
        while (number % 50 == 0 && text.Length < MaxLength - 100)
            text.Append(_parts[random.Next(_parts.Length)]);

        return text.ToString();
    }
}
