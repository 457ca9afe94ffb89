namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Tells what somebody says from what the paper tells.</summary>
internal static class Speech
{
    private static readonly string[] _verbs = ["说", "表示", "指出", "强调", "要求", "希望", "叮嘱", "坦言", "认为", "寄语", "致辞中"];

    /// <summary>Whether a place of the text lies in quotation marks or behind 某某表示，.</summary>
    public static bool Covers(string text, int start, int position)
    {
        var depth = 0;
        for (var i = start; i < position; i++)
            depth += text[i] == '“' ? 1 : text[i] == '”' ? -1 : 0;

        if (depth > 0)
            return true;

        foreach (var verb in _verbs)
        {
            var index = text.IndexOf(verb, start, position - start, StringComparison.Ordinal);
            if (index >= 0 && index + verb.Length < position && text[index + verb.Length] is '，' or '：')
                return true;
        }

        return false;
    }
}
