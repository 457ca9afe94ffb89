using System.Buffers;
using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Relations;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Finds projects in lists of projects: in A项目、B项目、C项目 a name goes from mark to mark, whatever words it is made of.</summary>
internal sealed class ProjectLists(ClassLexicon stops)
{
    private const string Rule = "list of projects";
    private const int Shortest = 5;
    private const int Longest = 32;

    private static readonly SearchValues<char> _noName = SearchValues.Create("等的了是“”");

    private static readonly string[] _endings = ["项目", "工程", "基地"];

    public IEnumerable<Name> Find(Page page)
    {
        foreach (var sentence in page.Sentences)
        {
            var items = Items(page.Text, sentence.Start, sentence.End);
            for (var i = 0; i < items.Count; i++)
            {
                // The first item has no mark before it, so its beginning is not known.
                var (start, end, ending) = items[i];
                var isListed = (i > 0 && items[i - 1].Ending == ending) || (i + 1 < items.Count && items[i + 1].Ending == ending);
                if (ending.Length > 0 && isListed && start > sentence.Start && page.Text[start - 1] == '、' && IsName(page.Text.AsSpan(start, end - start)))
                    yield return new Name(start, end, EntityType.Project, Rule, 0.9);
            }
        }
    }

    // What stands between marks; the last of a list ends with its ending and not with a mark.
    private static List<(int Start, int End, string Ending)> Items(string text, int start, int end)
    {
        var items = new List<(int, int, string)>();
        for (var from = start; from < end;)
        {
            var to = text.IndexOfAny(['、', '，', '；', '。', '：'], from, end - from);
            to = to < 0 ? end : to;
            var closed = to < end && text[to] == '、' ? Array.Find(_endings, ending => text.AsSpan(from, to - from).EndsWith(ending)) : null;
            var (found, ending) = closed is not null ? (to, closed) : Last(text, from, to);
            items.Add((from, found, ending));
            from = to + 1;
        }

        return items;
    }

    private static (int End, string Ending) Last(string text, int from, int to)
    {
        var (at, word) = Clauses.First(text, from, to, _endings);
        return at < 0 ? (to, "") : (at + word.Length, word);
    }

    private bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is < Shortest or > Longest || text.IndexOfAny(_noName) >= 0)
            return false;

        for (var length = 1; length <= 4 && length <= text.Length; length++)
        {
            if (stops.Find(text[..length]) >= 0)
                return false;
        }

        return true;
    }
}
