namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Cuts paragraphs into sentences.</summary>
internal static class Sentences
{
    // No sentence is longer; what claims to be is a table or no text at all.
    private const int Longest = 600;

    public static List<Sentence> Of(string text, IReadOnlyList<PageArticle> articles)
    {
        var sentences = new List<Sentence>();
        for (var a = 0; a < articles.Count; a++)
        {
            for (var p = 0; p < articles[a].Paragraphs.Count; p++)
            {
                var paragraph = articles[a].Paragraphs[p];
                var start = paragraph.Start;
                for (var i = paragraph.Start; i < paragraph.End; i++)
                {
                    if (!Ends(text[i]) && i - start < Longest)
                        continue;

                    var end = i + 1;
                    while (end < paragraph.End && (Ends(text[end]) || text[end] is '”' or '’' or '）'))
                        end++;

                    Add(start, end);
                    start = end;
                    i = end - 1;
                }

                Add(start, paragraph.End);

                void Add(int from, int to)
                {
                    while (from < to && text[from] == ' ')
                        from++;

                    if (from < to)
                        sentences.Add(new Sentence(from, to, a, p, paragraph.Section, paragraph.IsHeadline));
                }
            }
        }

        return sentences;
    }

    private static bool Ends(char c) => c is '。' or '！' or '？';
}
