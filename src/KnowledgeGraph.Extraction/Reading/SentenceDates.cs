using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Reads when a sentence says that something happened, against the day the paper came out.</summary>
/// <remarks>9月15日, 27日, 昨天, 上周五, 今年3月, 去年. What is vague (近日, 日前) gives no date.</remarks>
internal static partial class SentenceDates
{
    /// <summary>The first date in <paramref name="text"/>, or <see langword="null"/> if it has none or none that can be resolved.</summary>
    public static PartialDate? First(string text, PartialDate? published)
    {
        foreach (var match in Expression().Matches(text).AsEnumerable())
        {
            if (Resolve(match, published) is { } date)
                return date;
        }

        return null;
    }

    private static PartialDate? Resolve(Match match, PartialDate? published)
    {
        var today = published is { Day: not null } day ? day.First : (DateOnly?)null;
        if (match.Groups["word"] is { Success: true, Value: var word })
        {
            return today is not { } now ? null : PartialDate.FromDay(word switch
            {
                "昨" => now.AddDays(-1),
                "前" => now.AddDays(-2),
                _ => now,
            });
        }

        if (match.Groups["weekday"] is { Success: true, Value: var weekday })
            return today is not { } now ? null : PartialDate.FromDay(LastWeek(now, weekday[0]));

        int? Number(string group) => match.Groups[group] is { Success: true, ValueSpan: var digits } && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var (month, dayOfMonth) = (Number("month") ?? Number("onlyMonth"), Number("day") ?? Number("onlyDay"));
        var year = Number("year") ?? match.Groups["relative"].Value switch
        {
            "今年" => today?.Year,
            "去年" => today?.Year - 1,
            "前年" => today?.Year - 2,
            _ => null,
        };

        if (year is null && today is { } reference)
        {
            // Without a year, the last such day before the paper came out, or one in the weeks after it.
            month ??= dayOfMonth <= reference.Day ? reference.Month : reference.AddMonths(-1).Month;
            year = month > reference.Month + 4 ? reference.Year - 1 : month is <= 2 && reference.Month >= 11 ? reference.Year + 1 : reference.Year;
        }

        if (year is null && month is not null)
            year = published?.Year;

        return year is { } found && PartialDate.Exists(found, month, dayOfMonth) ? new PartialDate(found, month, dayOfMonth) : null;
    }

    /// <summary>The year that a page without a date speaks of: the one it prints most often.</summary>
    public static PartialDate? YearOf(string text)
    {
        var years = Year().Matches(text).GroupBy(match => match.Value, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key, StringComparer.Ordinal).FirstOrDefault();
        return years is null ? null : new PartialDate(int.Parse(years.Key, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(?<!\d)20[0-4]\d(?=年)")]
    private static partial Regex Year();

    private static DateOnly LastWeek(DateOnly today, char weekday)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 7);
        return monday.AddDays(Math.Max(0, "一二三四五六日".IndexOf(weekday == '天' ? '日' : weekday)));
    }

    [GeneratedRegex(@"(?<year>[12]\d{3})年((?<month>\d{1,2})月((?<day>\d{1,2})日)?)?|(?<relative>今年|去年|前年)((?<month>\d{1,2})月((?<day>\d{1,2})日)?)?|(?<onlyMonth>\d{1,2})月(?<day>\d{1,2})日|(?<![\d月])(?<onlyDay>\d{1,2})日(?=[，上下晚在举，至、\p{IsCJKUnifiedIdeographs}])|(?<word>昨|今|前)[天日](?!前)|上周(?<weekday>[一二三四五六日天])")]
    private static partial Regex Expression();
}
