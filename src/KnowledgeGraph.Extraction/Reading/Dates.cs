using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Reads dates that are printed in full.</summary>
internal static partial class Dates
{
    /// <summary>The first complete date in a line: 2024年9月12日, 2024-09-12, 2024.6.14.</summary>
    public static PartialDate? Calendar(string line)
    {
        var match = CompleteDate().Match(line);
        if (!match.Success)
            return null;

        var (year, month, day) = (Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3]));
        return PartialDate.Exists(year, month, day) ? new PartialDate(year, month, day) : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([12]\d{3})\s?[年.\-/]\s?(\d{1,2})\s?[月.\-/]\s?(\d{1,2})", RegexOptions.ECMAScript)]
    private static partial Regex CompleteDate();
}
