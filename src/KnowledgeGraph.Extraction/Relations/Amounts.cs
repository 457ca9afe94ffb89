using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Reads sums of money: 约2.5亿元, 2000万欧元, 超100亿美元.</summary>
internal static partial class Amounts
{
    /// <summary>The first sum between two places of the text, or <see langword="null"/>.</summary>
    public static Amount? First(string text, int start, int end)
    {
        var match = Sum().Match(text[start..end]);
        if (!match.Success || !decimal.TryParse(match.Groups["n"].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return null;

        var unit = match.Groups["u"].Value switch { "万亿" => 1_000_000_000_000m, "亿" => 100_000_000m, "万" => 10_000m, "千" => 1_000m, _ => 1m };
        var currency = match.Groups["c"].Value switch
        {
            "美元" => "USD",
            "欧元" => "EUR",
            "港元" or "港币" => "HKD",
            "日元" => "JPY",
            "英镑" => "GBP",
            "韩元" => "KRW",
            "澳元" => "AUD",
            _ => "CNY",
        };

        return number < 1_000_000_000m ? new Amount(number * unit, currency, match.Value) : null;
    }

    [GeneratedRegex(@"(约|超过?|近|逾)?(?<n>\d[\d,]{0,14}(\.\d{1,4})?)(?<u>万亿|亿|万|千)?多?(?<c>元人民币|人民币|美元|欧元|港元|港币|日元|英镑|韩元|澳元|元)")]
    private static partial Regex Sum();
}
