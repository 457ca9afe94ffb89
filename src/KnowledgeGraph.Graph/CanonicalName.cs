using System.Text;

namespace KnowledgeGraph.Graph;

/// <summary>The one spelling of a name that its variants in print share.</summary>
/// <remarks>
/// Full-width letters, digits and brackets become half-width, the dots of foreign names become ·, quotation and title marks
/// and blanks between Chinese characters go: 《天目》（杭州） and 天目(杭州) are one name. Idempotent.
/// </remarks>
public static class CanonicalName
{
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var result = new StringBuilder(name.Length);
        var pendingBlank = false;
        foreach (var character in name)
        {
            var folded = Fold(character);
            if (folded == '\0')
                continue;

            if (folded == ' ')
            {
                pendingBlank = result.Length > 0;
                continue;
            }

            // A blank parts Latin words (Emerald Bay); between Chinese characters it is the column's edge.
            if (pendingBlank && char.IsAsciiLetterOrDigit(result[^1]) && char.IsAsciiLetterOrDigit(folded))
                result.Append(' ');

            pendingBlank = false;
            result.Append(folded);
        }

        return result.ToString();
    }

    private static char Fold(char character) => character switch
    {
        '“' or '”' or '"' or '‘' or '’' or '「' or '」' or '『' or '』' or '《' or '》' or '〈' or '〉' or '\u200b' or '\ufeff' => '\0',
        '・' or '•' or '‧' or '∙' or '●' or '･' => '·',
        '\u3000' or '\u00a0' or '\t' or '\r' or '\n' => ' ',
        >= '\uff01' and <= '\uff5e' => (char)(character - 0xfee0),
        _ => character,
    };
}
