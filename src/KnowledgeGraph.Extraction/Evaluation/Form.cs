using System.Text;

namespace KnowledgeGraph.Extraction.Evaluation;

/// <summary>The form of a name that counts when names are compared: without blanks and quotation marks, dots and brackets of one kind.</summary>
internal static class Form
{
    public static string Of(string? name)
    {
        var form = new StringBuilder();
        foreach (var c in name ?? "")
        {
            if (char.IsWhiteSpace(c) || "“”\"'‘’「」《》".Contains(c))
                continue;

            form.Append(c switch
            {
                '?' or '？' or '・' or '•' => '·',
                '（' => '(',
                '）' => ')',
                _ => c,
            });
        }

        return form.ToString();
    }
}
